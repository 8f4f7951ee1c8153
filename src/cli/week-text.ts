import { ACTIVITIES, SIDE } from '../calendar/activity.ts';
import type { WeekLoad } from '../load/week-load.ts';
import { addDays } from '../time/zone.ts';
import { sharesSoFar } from '../week/so-far.ts';
import type { Standing } from '../week/standing.ts';
import { percent } from '../words/format.ts';
import { dateFormat } from '../words/formatters.ts';
import { columnHours, duration } from './amount.ts';
import type { Io } from './command.ts';
import { paint, type Tone } from './paint.ts';

/** The bar is as wide as the terminal, within reason. */
const WIDEST_BAR = 72;
/** Names stand left of the hours; the longest is `after hours, management`. */
const NAME = 24;

interface Part {
  readonly name: string;
  readonly minutes: number;
  readonly tone: Tone;
  /** Tells the parts apart without colour. */
  readonly glyph: string;
}

/** One week for people: the share, a bar, the table and the focus blocks. English, in the week's zone. */
export function weekText(
  load: WeekLoad,
  moment: { readonly standing: Standing; readonly nowMs: number },
  io: Pick<Io, 'color' | 'columns'>,
): string {
  const { minutes: m } = load;
  const h = (minutes: number): string => columnHours(minutes).padStart(7);
  const parts: Part[] = [
    { name: 'craft, booked', minutes: m.craftBooked, tone: 'craft', glyph: '█' },
    { name: 'craft, open', minutes: m.craftOpen, tone: 'craft', glyph: '▓' },
    { name: 'management', minutes: m.management, tone: 'management', glyph: '▒' },
    { name: 'fragments', minutes: m.fragments, tone: 'quiet', glyph: '░' },
    { name: 'away', minutes: m.away, tone: 'quiet', glyph: '·' },
  ];
  const share = shareWords(load, moment);
  const lines = [
    paint(share, 'strong', io.color),
    `${load.week} to ${addDays(load.week, 6)}, ${load.zone}`,
    '',
    bar(parts, Math.min(WIDEST_BAR, io.columns - 2), io.color),
    '',
    ...parts.map((p) => `  ${paint(p.glyph, p.tone, io.color)} ${p.name.padEnd(NAME)}${h(p.minutes)}`),
    `    ${'working hours'.padEnd(NAME)}${h(m.working)}`,
  ];
  const also: [string, number][] = [
    ['after hours, craft', m.afterHoursCraft],
    ['after hours, management', m.afterHoursManagement],
    ['unconfirmed', m.unconfirmed],
    ['double-booked', m.doubleBooked],
    ['longest meeting run', load.longestMeetingRunMinutes],
  ];
  for (const [name, minutes] of also) if (minutes > 0) lines.push(`    ${name.padEnd(NAME)}${h(minutes)}`);
  const booked = ACTIVITIES.filter((a) => load.activities[a] > 0);
  if (booked.length > 0) {
    lines.push('', '  Booked');
    for (const a of booked) {
      const tone: Tone = SIDE[a] === 'craft' ? 'craft' : SIDE[a] === 'management' ? 'management' : 'quiet';
      lines.push(`    ${paint(a.padEnd(NAME), tone, io.color)}${h(load.activities[a])}`);
    }
  }
  lines.push('', load.focusBlocks.length > 0 ? '  Focus blocks' : '  No focus block');
  for (const block of load.focusBlocks) {
    lines.push(
      `    ${stretch(block.startMs, block.endMs, load.zone)}  ${duration((block.endMs - block.startMs) / 60_000)}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** The share as what it is: of a finished week, so far, booked so far; or why there is none. */
function shareWords(
  load: WeekLoad,
  { standing, nowMs }: { readonly standing: Standing; readonly nowMs: number },
): string {
  const craft = (share: number | null): string =>
    share === null ? 'no craft share' : `${percent(share, 'en')} craft`;
  switch (standing) {
    case 'running':
      return `${craft(sharesSoFar(load, nowMs).craftShare)} so far, ${craft(load.craftShare)} if nothing is added`;
    case 'ahead':
    case 'as-of':
      return `${craft(load.craftShare)}, as booked so far`;
    case 'away':
      return 'Away';
    case 'before-reach':
      return 'no craft share: before the first entry of the calendar';
    case 'after-reach':
      return 'no craft share: after the last entry of the calendar';
    case 'empty-calendar':
      return 'no craft share: nothing in the calendar counts';
    case 'not-known':
    case 'nothing':
      return 'no craft share';
    case 'over':
      return craft(load.craftShare);
    default:
      return standing satisfies never;
  }
}

/** Widths are cut down, and the cells left over go to the largest remainders: the bar is always full. */
function bar(parts: readonly Part[], width: number, color: boolean): string {
  const total = parts.reduce((sum, p) => sum + p.minutes, 0);
  if (total === 0) return '  (nothing in this week)';
  const exact = parts.map((p) => (p.minutes / total) * width);
  const cells = exact.map(Math.floor);
  const byRemainder = exact.map((e, i) => [e - Math.floor(e), i] as const).sort((a, b) => b[0] - a[0]);
  for (let left = width - cells.reduce((a, b) => a + b, 0), k = 0; left > 0; left--, k++) {
    const i = byRemainder[k]?.[1] ?? 0;
    cells[i] = (cells[i] ?? 0) + 1;
  }
  return `  ${parts.map((p, i) => paint(p.glyph.repeat(cells[i] ?? 0), p.tone, color)).join('')}`;
}

function stretch(startMs: number, endMs: number, zone: string): string {
  const day = dateFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: '2-digit',
    month: 'short',
  });
  const time = dateFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  return `${day.format(startMs)}  ${time.format(startMs)}-${time.format(endMs)}`;
}
