import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { usePage } from '../../ui/page.ts';
import { useReport } from '../context.ts';
import { counts, FRAME, type TrendScale, type TrendWeek } from '../trend-scale.ts';
import { hours, monthTick, percent } from '../words.ts';

interface Drawing {
  readonly weeks: readonly TrendWeek[];
  readonly scale: TrendScale;
  readonly width: number;
  readonly height: number;
  /** Index of the week pointed at; -1 for none (in print). */
  readonly pointed: number;
}

const BARS_TOP = FRAME.top + FRAME.share + FRAME.between;
/** Half the height of the band round a target: five points either way are "about there". */
const TARGET_BAND = 0.05;

/** The two panels of the trend as one picture, which the words and the table beside it repeat. */
export function TrendDrawing({ weeks, scale, width, height, pointed }: Drawing): JSX.Element {
  const hatch = useId();
  return (
    <svg
      class="trend__svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      <defs>
        <pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="1.2" height="4" class="trend__hatch" />
        </pattern>
      </defs>
      <Grid weeks={weeks} scale={scale} width={width} />
      <Target scale={scale} width={width} />
      <Change weeks={weeks} scale={scale} />
      {pointed >= 0 && (
        <rect
          class="trend__pointed"
          x={scale.x(pointed)}
          y={FRAME.top}
          width={scale.band}
          height={BARS_TOP + FRAME.bars - FRAME.top}
        />
      )}
      {weeks.map((week, index) => (
        <Bar key={week.week} week={week} index={index} scale={scale} hatch={hatch} />
      ))}
      <path class="trend__line" d={scale.sharePath} />
      {scale.band > 9 &&
        weeks.map(
          (week, index) =>
            counts(week) && (
              <circle
                key={week.week}
                class="trend__dot"
                r={2.5}
                cx={scale.x(index) + scale.band / 2}
                cy={scale.shareY(week.load?.craftShare ?? 0)}
              />
            ),
        )}
      {weeks.map((week, index) => (
        <Ahead key={week.week} week={week} index={index} scale={scale} />
      ))}
    </svg>
  );
}

function Grid({ weeks, scale, width }: Pick<Drawing, 'weeks' | 'scale' | 'width'>): JSX.Element {
  const { t } = usePage();
  const bottom = BARS_TOP + FRAME.bars;
  return (
    <g class="trend__grid">
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line x1={FRAME.left} x2={width - FRAME.right} y1={scale.shareY(share)} y2={scale.shareY(share)} />
          <text x={FRAME.left - 6} y={scale.shareY(share)} dy="0.32em" text-anchor="end">
            {percent(share, t.locale)}
          </text>
        </g>
      ))}
      {[0, ...scale.hourTicks].map((tick) => (
        <g key={tick}>
          <line
            x1={FRAME.left}
            x2={width - FRAME.right}
            y1={scale.hoursY(tick * 60)}
            y2={scale.hoursY(tick * 60)}
          />
          {tick > 0 && (
            <text x={FRAME.left - 6} y={scale.hoursY(tick * 60)} dy="0.32em" text-anchor="end">
              {hours(tick * 60, t.locale)}
            </text>
          )}
        </g>
      ))}
      {scale.monthTicks.map((index) => (
        <g key={index}>
          <line x1={scale.x(index)} x2={scale.x(index)} y1={bottom} y2={bottom + 5} />
          <text x={scale.x(index)} y={bottom + 18}>
            {monthTick(weeks[index]?.week ?? '', t.locale)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** The band round the craft share that the user aims at. */
function Target({ scale, width }: Pick<Drawing, 'scale' | 'width'>): JSX.Element | null {
  const { read } = useReport();
  const { track, target } = read.user;
  if (target === null || track === 'leadership') return null;
  const top = scale.shareY(Math.min(1, target + TARGET_BAND));
  const bottom = scale.shareY(Math.max(0, target - TARGET_BAND));
  return (
    <rect
      class="trend__target"
      x={FRAME.left}
      y={top}
      width={width - FRAME.left - FRAME.right}
      height={bottom - top}
    />
  );
}

/** The levels before and after a change, and when it was. */
function Change({ weeks, scale }: Pick<Drawing, 'weeks' | 'scale'>): JSX.Element | null {
  const { view } = useReport();
  if (view.drift.kind !== 'change') return null;
  const { change } = view.drift;
  const index = (week: string | undefined): number => weeks.findIndex((w) => w.week === week);
  const at = index(change.week);
  const [early, late] = [index(change.earliestWeek), index(change.latestWeek)];
  const first = Math.max(0, index(change.weeksBefore[0]));
  const last = index(change.weeksAfter.at(-1));
  if (at < 0) return null;
  const y = { before: scale.shareY(change.before), after: scale.shareY(change.after) };
  return (
    <g class="trend__change">
      {early >= 0 && late >= early && (
        <rect
          x={scale.x(early)}
          y={FRAME.top}
          width={Math.max(2, scale.x(late) - scale.x(early))}
          height={FRAME.share}
        />
      )}
      <line x1={scale.x(at)} x2={scale.x(at)} y1={FRAME.top} y2={BARS_TOP + FRAME.bars} />
      <line class="trend__level" x1={scale.x(first)} x2={scale.x(at)} y1={y.before} y2={y.before} />
      <line class="trend__level" x1={scale.x(at)} x2={scale.x(last + 1)} y1={y.after} y2={y.after} />
    </g>
  );
}

function Bar({
  week,
  index,
  scale,
  hatch,
}: {
  week: TrendWeek;
  index: number;
  scale: TrendScale;
  hatch: string;
}): JSX.Element | null {
  const { load } = week;
  if (!load) return null;
  const gap = Math.min(3, scale.band * 0.18);
  const x = scale.x(index) + gap / 2;
  const width = Math.max(0.5, scale.band - gap);
  const { craftBooked, craftOpen, management, fragments, away } = load.minutes;
  let below = 0;
  const piece = (minutes: number, name: string): JSX.Element | null => {
    if (minutes === 0) return null;
    const bottom = scale.hoursY(below);
    below += minutes;
    const top = scale.hoursY(below);
    return (
      <rect
        class={`trend__bar trend__bar--${name}`}
        x={x}
        y={top}
        width={width}
        height={bottom - top}
        {...(name === 'fragments' ? { fill: `url(#${hatch})` } : {})}
      />
    );
  };
  return (
    <g class={`${load.mostlyAway ? 'trend__away' : ''} ${week.kind === 'running' ? 'trend__running' : ''}`}>
      {load.mostlyAway && (
        <rect
          class="trend__away-band"
          x={scale.x(index)}
          y={FRAME.top}
          width={scale.band}
          height={FRAME.share}
        />
      )}
      {piece(craftBooked, 'craft-booked')}
      {piece(craftOpen, 'craft-open')}
      {piece(management, 'management')}
      {piece(fragments, 'fragments')}
      {piece(away, 'away')}
    </g>
  );
}

/** The range of a week to come: hollow, and never mistaken for what has been. */
function Ahead({
  week,
  index,
  scale,
}: {
  week: TrendWeek;
  index: number;
  scale: TrendScale;
}): JSX.Element | null {
  const { forecast } = week;
  if (!forecast || forecast.expected === null) return null;
  const x = scale.x(index) + scale.band / 2;
  return (
    <g class="trend__ahead">
      <line x1={x} x2={x} y1={scale.shareY(forecast.low ?? 0)} y2={scale.shareY(forecast.high ?? 0)} />
      <circle r={3} cx={x} cy={scale.shareY(forecast.expected)} />
    </g>
  );
}
