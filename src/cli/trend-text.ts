import type { Cause } from '../drift/causes.ts';
import type { Drift } from '../drift/drift.ts';
import type { WeekLoad } from '../load/week-load.ts';
import { outsideOf, type Reach } from '../week/standing.ts';
import { percent } from '../words/format.ts';
import { duration } from './amount.ts';
import type { Io } from './command.ts';
import { paint } from './paint.ts';

/** A line a week, and what changed. English, printable on any terminal. */
export function trendText(
  weeks: readonly WeekLoad[],
  drift: Drift,
  causes: readonly Cause[],
  calendar: { readonly thin: boolean; readonly reach: Reach | null },
  io: Pick<Io, 'color' | 'columns'>,
): string {
  const width = Math.max(10, Math.min(60, io.columns - 32));
  const longest = Math.max(
    1,
    ...weeks.map(({ minutes: m }) => m.craft + m.management + m.fragments + m.away),
  );
  const change = drift.kind === 'change' ? drift.change : null;
  const lines = weeks.flatMap((load) => {
    const share = load.craftShare === null ? '   –' : percent(load.craftShare, 'en').padStart(4);
    const outside = outsideOf(load, calendar.reach);
    const note = outside ? `  ${OUTSIDE[outside]}` : load.mostlyAway ? '  away' : '';
    const line = `  ${load.week} ${paint(share, 'strong', io.color)}  ${outside ? '' : bar(load, (width - 1) / longest, io.color)}${note}`;
    return load.week === change?.week ? [mark(change, io.color), line] : [line];
  });
  return `${[...lines, '', ...legend(io.color), '', ...wordsOn(drift, causes), ...thinWords(calendar.thin)].join('\n')}\n`;
}

/** Why a week has no share, beside its dash. */
const OUTSIDE = {
  'before-reach': 'before the first entry',
  'after-reach': 'after the last entry',
  'empty-calendar': 'no entries at all',
} as const;

function thinWords(thin: boolean): string[] {
  return thin
    ? ['  A thin calendar: fewer than three entries a week. Its shares say little of the work.']
    : [];
}

function bar({ minutes: m }: WeekLoad, cellsPerMinute: number, color: boolean): string {
  const cells = (minutes: number): number => Math.round(minutes * cellsPerMinute);
  return (
    paint('█'.repeat(cells(m.craft)), 'craft', color) +
    paint('▒'.repeat(cells(m.management)), 'management', color) +
    paint('░'.repeat(cells(m.fragments)), 'quiet', color) +
    paint('·'.repeat(cells(m.away)), 'quiet', color)
  );
}

function legend(color: boolean): string[] {
  const part = (glyph: string, name: string, tone: 'craft' | 'management' | 'quiet'): string =>
    `${paint(glyph, tone, color)} ${name}`;
  return [
    `  ${part('█', 'craft', 'craft')}   ${part('▒', 'management', 'management')}   ${part('░', 'fragments', 'quiet')}   ${part('·', 'away', 'quiet')}`,
  ];
}

function mark(change: { before: number; after: number }, color: boolean): string {
  return paint(
    `  ── ${percent(change.before, 'en')} before, ${percent(change.after, 'en')} since ──`,
    'strong',
    color,
  );
}

function wordsOn(drift: Drift, causes: readonly Cause[]): string[] {
  if (drift.kind === 'too-few') {
    return [`  Not enough weeks yet to speak of drift (${drift.weeks} of ${drift.needed}).`];
  }
  if (drift.kind === 'none') return [`  No lasting change in ${drift.weeks} counted weeks.`];
  const { level, week, earliestWeek, latestWeek, before, after } = drift.change;
  const range = earliestWeek === latestWeek ? '' : ` (between ${earliestWeek} and ${latestWeek})`;
  return [
    `  ${level === 'lasting' ? 'A lasting change' : 'Possibly a change'}: since the week of ${week}${range} the craft share is ${percent(after, 'en')}; before it was ${percent(before, 'en')}.`,
    ...causes.map(
      ({ title, minutesPerWeek }) =>
        `    ${minutesPerWeek > 0 ? '+' : '−'}${duration(Math.abs(minutesPerWeek))} a week  ${title}`,
    ),
  ];
}
