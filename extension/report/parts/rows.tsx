import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { dateIn } from '../../../src/time/zone.ts';
import { clockRange, plainDate } from '../../ui/format.ts';
import { usePage } from '../../ui/page.ts';
import { activityName } from '../../ui/words.ts';
import { useReport } from '../context.ts';

/** Rows of a table before one asks for all. */
const FIRST_ROWS = 10;
/** Occurrences listed under one row: the latest; the full list is in the export. */
const LISTED = 40;

/** A table that shows its first rows, and the rest when asked. */
export function MoreRows<Row>({
  rows,
  head,
  caption,
  wide = false,
  children,
}: {
  rows: readonly Row[];
  head: ComponentChildren;
  caption: string;
  wide?: boolean;
  children: (row: Row) => JSX.Element;
}): JSX.Element {
  const { t } = usePage();
  const all = useSignal(false);
  const shown = all.value ? rows : rows.slice(0, FIRST_ROWS);
  return (
    <>
      <table class={wide ? 'wide' : ''}>
        <caption class="aside-voice">{caption}</caption>
        <thead>{head}</thead>
        <tbody>{shown.map(children)}</tbody>
      </table>
      {rows.length > FIRST_ROWS && (
        <button
          type="button"
          class="link more"
          aria-expanded={all.value}
          onClick={() => {
            all.value = !all.value;
          }}
        >
          {all.value ? t('report_fewer') : t('report_all_rows', { count: rows.length })}
        </button>
      )}
    </>
  );
}

/** A row whose name opens the occurrences behind it; `children` are its other cells. */
export function OpenRow({
  name,
  note,
  swatch,
  meter,
  keys,
  columns,
  children,
}: {
  name: string;
  note?: string | undefined;
  /** Classes of the mark before the name. */
  swatch?: string;
  /** 0 to 1, and the classes of its mark. */
  meter?: { readonly part: number; readonly mark: string };
  keys: readonly string[];
  /** Cells of the row, the name's included. */
  columns: number;
  children: ComponentChildren;
}): JSX.Element {
  const open = useSignal(false);
  return (
    <>
      <tr class={open.value ? 'is-open' : ''}>
        <th scope="row">
          <button
            type="button"
            class="opens"
            aria-expanded={open.value}
            onClick={() => {
              open.value = !open.value;
            }}
          >
            {swatch !== undefined && <span class={`swatch mark ${swatch}`} />}
            <span>
              <span class="opens__title">{name}</span>
              {note !== undefined && <span class="small soft opens__note">{note}</span>}
            </span>
          </button>
          {meter && (
            <span class="meter" aria-hidden="true">
              <span class={`mark ${meter.mark}`} style={{ inlineSize: `${100 * meter.part}%` }} />
            </span>
          )}
        </th>
        {children}
      </tr>
      {open.value && (
        <tr class="behind-row">
          <td colSpan={columns}>
            <Occurrences keys={keys} />
          </td>
        </tr>
      )}
    </>
  );
}

/** The latest occurrences behind a row; each opens its label, which can be changed there. */
export function Occurrences({ keys }: { keys: readonly string[] }): JSX.Element {
  const { t } = usePage();
  const { model, read, openOccurrence } = useReport();
  const byKey = model.byKey.value;
  const { zone } = read.settings;
  const found = [...new Set(keys)]
    .flatMap((key) => byKey.get(key) ?? [])
    .sort((a, b) => b.startMs - a.startMs);
  const listed = found.slice(0, LISTED);
  return (
    <ul class="behind small">
      {listed.map((o) => (
        <li key={o.key}>
          <button type="button" class="opens" onClick={() => openOccurrence(o.key, o.startMs)}>
            <span class="behind__when">
              {o.allDay
                ? plainDate(o.allDay.start, 'short', t.locale)
                : `${plainDate(dateIn(zone, o.startMs), 'short', t.locale)}, ${clockRange(o.startMs, o.endMs, zone, t.locale)}`}
            </span>
            <span>
              <span class="opens__title">{o.title || t('popup_untitled')}</span>{' '}
              <span class="soft">{activityName(t, o.label.activity)}</span>
            </span>
          </button>
        </li>
      ))}
      {found.length > listed.length && (
        <li class="soft">{t('report_more_behind', { count: found.length - listed.length })}</li>
      )}
    </ul>
  );
}
