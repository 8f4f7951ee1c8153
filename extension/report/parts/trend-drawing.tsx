import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { usePage } from '../../ui/page.ts';
import { useReport } from '../context.ts';
import { counts, FRAME, labelY, type TrendScale, type TrendWeek } from '../trend-scale.ts';
import { axisHours, monthTick, percent } from '../words.ts';

interface Drawing {
  readonly weeks: readonly TrendWeek[];
  readonly scale: TrendScale;
  readonly width: number;
  /** Index of the week pointed at; -1 for none (in print). */
  readonly pointed: number;
}

/** The two panels of the trend as one picture, which the words and the table beside it repeat. */
export function TrendDrawing({ weeks, scale, width, pointed }: Drawing): JSX.Element {
  const [hatch, ruled] = [useId(), useId()];
  const { height } = scale;
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
        <pattern id={ruled} width="4" height="4" patternUnits="userSpaceOnUse">
          <rect width="4" height="1" class="trend__ruled" />
        </pattern>
      </defs>
      <Grid weeks={weeks} scale={scale} width={width} />
      <Target scale={scale} width={width} />
      <Change weeks={weeks} scale={scale} />
      {pointed >= 0 && (
        <rect
          class="trend__pointed"
          x={scale.x(pointed)}
          y={scale.bottom}
          width={Math.max(3, scale.band)}
          height={3}
        />
      )}
      {weeks.map((week, index) => (
        <Bar key={week.week} week={week} index={index} scale={scale} hatch={hatch} ruled={ruled} />
      ))}
      <Leadership scale={scale} />
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
      <Levels weeks={weeks} scale={scale} />
      <Labels scale={scale} />
    </svg>
  );
}

function Grid({ weeks, scale, width }: Pick<Drawing, 'weeks' | 'scale' | 'width'>): JSX.Element {
  const { t } = usePage();
  const { bottom } = scale;
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
              {axisHours(tick, t.locale)}
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

/** The share that the user aims at. */
function Target({ scale, width }: Pick<Drawing, 'scale' | 'width'>): JSX.Element | null {
  const { read } = useReport();
  const { target } = read.user;
  if (target === null) return null;
  const y = scale.shareY(target);
  return <line class="trend__target" x1={FRAME.left} x2={width - FRAME.right} y1={y} y2={y} />;
}

/** On the leadership track, the leadership share: the figure of that track. */
function Leadership({ scale }: Pick<Drawing, 'scale'>): JSX.Element | null {
  const { read } = useReport();
  return read.user.track === 'leadership' ? <path class="trend__people" d={scale.leadershipPath} /> : null;
}

/** The levels before and after a change, and the weeks that it may have been in. */
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
        <line
          class="trend__between"
          x1={scale.x(early)}
          x2={Math.max(scale.x(early) + 2, scale.x(late))}
          y1={scale.top}
          y2={scale.top}
        />
      )}
      <line class="trend__level" x1={scale.x(first)} x2={scale.x(at)} y1={y.before} y2={y.before} />
      <line class="trend__level" x1={scale.x(at)} x2={scale.x(last + 1)} y1={y.after} y2={y.after} />
    </g>
  );
}

/** The two levels in figures, over what is drawn. */
function Levels({ weeks, scale }: Pick<Drawing, 'weeks' | 'scale'>): JSX.Element | null {
  const { t } = usePage();
  const { view } = useReport();
  if (view.drift.kind !== 'change') return null;
  const { change } = view.drift;
  const at = weeks.findIndex((w) => w.week === change.week);
  const last = weeks.findIndex((w) => w.week === change.weeksAfter.at(-1));
  if (at < 0) return null;
  // The figure of the upper level stands above its line, that of the lower one below.
  const dy = (upper: boolean): number => (upper ? -12 : 20);
  return (
    <g class="trend__figures">
      <text
        x={scale.x(at) - 8}
        y={scale.shareY(change.before)}
        dy={dy(change.before > change.after)}
        text-anchor="end"
      >
        {percent(change.before, t.locale)}
      </text>
      {/* Behind the end of its own line, where no week's dot can lie under it. */}
      <text x={scale.x(last + 1) + 4} y={scale.shareY(change.after)} dy="0.32em">
        {percent(change.after, t.locale)}
      </text>
    </g>
  );
}

/** Lines over both panels, with their words on top. */
function Labels({ scale }: Pick<Drawing, 'scale'>): JSX.Element {
  return (
    <g class="trend__labels">
      {scale.labels.map(({ kind, date, text, x, row, anchor }) => (
        <g key={`${kind} ${date} ${text}`} class={`trend__label trend__label--${kind}`}>
          <line x1={x} x2={x} y1={row === null ? scale.top : labelY(scale, row) - 9} y2={scale.bottom} />
          {row !== null && (
            <text x={x + (anchor === 'start' ? 5 : -5)} y={labelY(scale, row)} text-anchor={anchor}>
              {text}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

function Bar({
  week,
  index,
  scale,
  hatch,
  ruled,
}: {
  week: TrendWeek;
  index: number;
  scale: TrendScale;
  hatch: string;
  ruled: string;
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
      <>
        <rect
          class={`trend__bar trend__bar--${name}`}
          x={x}
          y={top}
          width={width}
          height={bottom - top}
          {...(name === 'fragments' ? { fill: `url(#${hatch})` } : {})}
        />
        {name === 'management' && (
          <rect x={x} y={top} width={width} height={bottom - top} fill={`url(#${ruled})`} />
        )}
      </>
    );
  };
  return (
    <g class={`${load.mostlyAway ? 'trend__away' : ''} ${week.kind === 'running' ? 'trend__running' : ''}`}>
      {load.mostlyAway && (
        <rect
          class="trend__away-band"
          x={scale.x(index)}
          y={scale.top}
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
  const { forecast, planned = null } = week;
  if (!forecast || forecast.expected === null) return null;
  const x = scale.x(index) + scale.band / 2;
  return (
    <g class="trend__ahead">
      <line x1={x} x2={x} y1={scale.shareY(forecast.low ?? 0)} y2={scale.shareY(forecast.high ?? 0)} />
      <circle r={3} cx={x} cy={scale.shareY(forecast.expected)} />
      {planned !== null && planned !== forecast.expected && (
        <path class="trend__planned" d={`M${x} ${scale.shareY(planned) - 4}l4 4l-4 4l-4 -4z`} />
      )}
    </g>
  );
}
