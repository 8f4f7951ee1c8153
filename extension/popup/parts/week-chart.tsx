import type { JSX } from 'preact';
import type { Block, ColumnScale, DayColumn, Stretch } from '../../../src/week/day-columns.ts';
import type { Translate } from '../../../src/words/translate.ts';
import { axisHour, clockRange, plainDate } from '../../ui/format.ts';
import { usePage } from '../../ui/page.ts';
import { useModel } from '../context.ts';
import type { PopupView } from '../view.ts';
import { Figure } from './figure.tsx';
import { walkGrid } from './walk-grid.ts';

/** Top and height in per cent of the column. */
function place(stretch: Stretch, scale: ColumnScale): { top: string; height: string } {
  const whole = scale.endMinute - scale.startMinute;
  const percent = (minutes: number): string => `${((100 * minutes) / whole).toFixed(3)}%`;
  return {
    top: percent(stretch.startMinute - scale.startMinute),
    height: percent(stretch.endMinute - stretch.startMinute),
  };
}

/** Too low at the popup's scale for a finger or a shaking hand. */
function isShort({ startMinute, endMinute }: Stretch): boolean {
  return endMinute - startMinute < 60;
}

/**
 * Seven days drawn to scale. Each day's head is a button that opens the day as a list, which is the way for
 * keys, voices and big fingers; the blocks below it are a shortcut, reached from the head by arrow keys.
 */
export function WeekChart({ view }: { view: PopupView }): JSX.Element {
  const { t } = usePage();
  const { scale, columns } = view;
  return (
    <section class="chart" aria-label={t('popup_days')} onKeyDown={walkGrid}>
      <div class="chart__axis" aria-hidden="true">
        {scale.hourMinutes.map((minute) => (
          <span key={minute} style={{ top: place({ startMinute: minute, endMinute: minute }, scale).top }}>
            {axisHour(minute, t.locale)}
          </span>
        ))}
      </div>
      <ol class="chart__days">
        {columns.map((column) => (
          <Day key={column.date} column={column} view={view} />
        ))}
      </ol>
    </section>
  );
}

function Day({ column, view }: { column: DayColumn; view: PopupView }): JSX.Element {
  const { t } = usePage();
  const { scale, zone } = view;
  const { date } = column;
  const names = column.allDay.map((e) => e.title || t('popup_untitled'));
  return (
    <li class={`day ${column.isToday ? 'day--today' : ''}`}>
      <Figure id={`day:${date}`} class="day__head">
        <span class="day__name">{plainDate(date, 'weekday', t.locale)}</span>
        <span class="day__number">{plainDate(date, 'day', t.locale)}</span>
        <span class="aside-voice">
          {[...(column.absent ? [t('popup_day_away')] : []), ...names].map((name) => `, ${name}`).join('')}
        </span>
        {column.allDay.length > 0 && <span class="day__all-day" title={names.join('\n')} />}
      </Figure>
      <div class="day__column">
        {column.working.map((w) => (
          <span key={w.startMinute} class="day__working" style={place(w, scale)} />
        ))}
        {scale.hourMinutes.map((minute) => (
          <span
            key={minute}
            class="day__hour"
            style={{ top: place({ startMinute: minute, endMinute: minute }, scale).top }}
          />
        ))}
        {column.blocks.map((block) =>
          block.key === undefined ? (
            <span
              key={block.startMs}
              class={`block mark mark--${block.kind}`}
              style={place(block, scale)}
              title={blockTitle(block, zone, t)}
            />
          ) : (
            <Entry
              key={`${block.startMs} ${block.key}`}
              block={block}
              occurrenceKey={block.key}
              scale={scale}
              zone={zone}
            />
          ),
        )}
        {column.focus.map((f) => (
          <span key={f.startMinute} class="day__focus" style={place(f, scale)} />
        ))}
        {column.nowMinute !== null &&
          column.nowMinute >= scale.startMinute &&
          column.nowMinute <= scale.endMinute && (
            <span
              class="day__now"
              data-moving
              style={{
                top: place({ startMinute: column.nowMinute, endMinute: column.nowMinute }, scale).top,
              }}
            />
          )}
      </div>
    </li>
  );
}

/** A booked entry: its colour and place, its title where it has the room, and the way to its panel. */
function Entry({
  block,
  occurrenceKey,
  scale,
  zone,
}: {
  block: Block;
  occurrenceKey: string;
  scale: ColumnScale;
  zone: string;
}): JSX.Element {
  const { t } = usePage();
  const model = useModel();
  const minutes = block.endMinute - block.startMinute;
  const title = blockTitle(block, zone, t);
  return (
    <button
      type="button"
      tabIndex={-1}
      class={`block block--booked ${isShort(block) ? 'block--short' : ''} mark mark--${block.kind} ${block.guess ? 'mark--guess' : ''} ${block.unconfirmed ? 'block--unconfirmed' : ''}`}
      style={place(block, scale)}
      data-start={block.startMinute}
      title={title}
      aria-label={title}
      aria-haspopup="dialog"
      onClick={() => model.open({ kind: 'occurrence', key: occurrenceKey })}
    >
      {minutes >= 30 && (
        <span class={`block__title ${minutes < 60 ? 'block__title--line' : ''}`}>
          {block.title || t('popup_untitled')}
        </span>
      )}
    </button>
  );
}

function blockTitle(block: Block, zone: string, t: Translate): string {
  const what =
    block.key !== undefined
      ? block.title || t('popup_untitled')
      : block.kind === 'craft-open'
        ? t('popup_open_focus')
        : t(block.recovery ? 'popup_recovery' : 'popup_fragment');
  return `${clockRange(block.startMs, block.endMs, zone, t.locale)} ${what}`;
}
