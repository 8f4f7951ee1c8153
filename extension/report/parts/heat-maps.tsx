import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { HeatCell, HeatKind, HeatMap } from '../../../src/report/heat-map.ts';
import type { Weekday } from '../../../src/time/zone.ts';
import { durationText } from '../../../src/words/format.ts';
import { axisHour, minuteOfDay, weekdayName } from '../../ui/format.ts';
import { usePage } from '../../ui/page.ts';
import { useReport } from '../context.ts';
import { Occurrences } from './rows.tsx';

const KINDS: readonly HeatKind[] = ['craft', 'management', 'fragments'];
/** Steps of the scale's picture. */
const STEPS = [0, 0.25, 0.5, 0.75, 1] as const;

interface Opened {
  readonly kind: HeatKind;
  readonly day: Weekday;
  readonly hour: number;
  readonly cell: HeatCell;
}

/**
 * When in the week each side happens: a weekday by hour map for craft, management and fragments, in mean minutes a
 * week. A cell with entries behind it opens their list.
 */
export function HeatMaps({ heat }: { heat: HeatMap }): JSX.Element {
  const { t } = usePage();
  const { read } = useReport();
  const opened = useSignal<Opened | null>(null);
  const listId = useId();
  const { weekStart } = read.settings;
  const used = (cell: HeatCell): boolean => cell.minutes > 0;
  const days = Array.from({ length: 7 }, (_, i) => (((weekStart - 1 + i) % 7) + 1) as Weekday).filter((day) =>
    KINDS.some((kind) => heat[kind][day - 1]?.some(used)),
  );
  const usedHours = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
    KINDS.some((kind) => heat[kind].some((row) => row[hour] !== undefined && used(row[hour]))),
  );
  const [first = 9, last = 17] = [usedHours[0], usedHours.at(-1)];
  const hours = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const most = Math.max(1, ...KINDS.flatMap((kind) => heat[kind].flat().map((cell) => cell.minutes)));
  return (
    <section class="part" aria-labelledby="heat-title">
      <div class="part__head">
        <h2 id="heat-title">{t('report_heat')}</h2>
        <Scale most={most} />
      </div>
      <div class="heats">
        {KINDS.map((kind) => (
          <table key={kind} class={`heat heat--${kind}`}>
            <caption>{t(`part_${kind}`)}</caption>
            <thead>
              <tr>
                <th scope="col">
                  <span class="aside-voice">{t('report_day')}</span>
                </th>
                {hours.map((hour) => (
                  <th key={hour} scope="col">
                    <span class={hour % 3 === 0 ? '' : 'aside-voice'}>{axisHour(hour * 60, t.locale)}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {days.map((day) => (
                <tr key={day}>
                  <th scope="row">{weekdayName(day, 'short', t.locale)}</th>
                  {hours.map((hour) => drawn({ kind, day, hour, cell: cellAt(heat, kind, day, hour) }))}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      <div id={listId} aria-live="polite">
        {opened.value && (
          <>
            <h3 class="heat__opened">{cellName(opened.value)}</h3>
            <Occurrences keys={opened.value.cell.keys} />
          </>
        )}
      </div>
    </section>
  );

  function cellName({ kind, day, hour, cell }: Opened): string {
    const when = `${weekdayName(day, 'long', t.locale)} ${minuteOfDay(hour * 60, t.locale)}`;
    const length = durationText(cell.minutes, t.locale);
    return `${t(`part_${kind}`)}, ${when}: ${t('report_heat_mean', { length })}`;
  }

  function drawn(at: Opened): JSX.Element {
    const name = cellName(at);
    return (
      <td key={at.hour} style={{ '--strength': (at.cell.minutes / most).toFixed(3) }} title={name}>
        {at.cell.keys.length > 0 ? (
          <button
            type="button"
            class="heat__cell"
            aria-label={name}
            aria-controls={listId}
            onClick={() => {
              opened.value = at;
            }}
          />
        ) : (
          <span class="aside-voice">{name}</span>
        )}
      </td>
    );
  }
}

function cellAt(heat: HeatMap, kind: HeatKind, day: Weekday, hour: number): HeatCell {
  return heat[kind][day - 1]?.[hour] ?? { minutes: 0, keys: [] };
}

/** What the depth of a cell stands for. */
function Scale({ most }: { most: number }): JSX.Element {
  const { t } = usePage();
  return (
    <p class="heat__scale small soft">
      {durationText(0, t.locale)}
      <span class="heat__steps" aria-hidden="true">
        {STEPS.map((step) => (
          <span key={step} style={{ '--strength': String(step) }} />
        ))}
      </span>
      {t('report_heat_mean', { length: durationText(most, t.locale) })}
    </p>
  );
}
