import type { Occurrence } from '../../calendar/occurrence.ts';
import { resolveOccurrence } from '../../calendar/resolve.ts';
import { DAY_MS, type Interval, overlaps } from '../../time/interval.ts';
import type { Command } from '../command.ts';
import { problemLine, readInput } from '../input.ts';
import { instantOption, ownAddressesOf, parseCommandLine, UsageError, zoneOf } from '../options.ts';

/** One row of `events --json`, a public interface (docs/cli.md). */
interface Row {
  readonly uid: string;
  readonly start: string;
  readonly end: string;
  readonly allDay: boolean;
  readonly title: string;
  readonly status: string;
}

/** `craftweek events FILE... --from ISO --to ISO`: every row that overlaps `[from, to)`. */
export const events: Command = async (args, io) => {
  const parsed = parseCommandLine(args, ['from', 'to', 'zone', 'self', 'address', 'json']);
  const zone = zoneOf(parsed, io);
  const span: Interval = {
    startMs: instantOption(parsed, 'from', zone),
    endMs: instantOption(parsed, 'to', zone),
  };
  if (span.endMs <= span.startMs) throw new UsageError('--to must be after --from');
  // All-day and floating entries are told by dates: a day's pad on either side covers every zone.
  const window = { startMs: span.startMs - 2 * DAY_MS, endMs: span.endMs + 2 * DAY_MS };
  const input = await readInput(parsed.named, { zone, ownAddresses: ownAddressesOf(parsed), window }, io);
  for (const problem of input.problems) io.stderr(problemLine(problem));
  if (input.unreadable.length === parsed.named.length) return 1;
  const rows = input.occurrences
    .map((occurrence) => resolveOccurrence(occurrence, zone))
    .filter((occurrence) => inSpan(occurrence, span))
    .map(rowOf)
    .sort((a, b) => compare(a.start, b.start) || compare(a.uid, b.uid));
  if (parsed.json) io.stdout(`${JSON.stringify(rows, null, 2)}\n`);
  else for (const row of rows) io.stdout(`${line(row)}\n`);
  return input.unreadable.length > 0 ? 1 : 0;
};

/** An entry without length belongs to the span that it starts in. */
function inSpan(occurrence: Interval, span: Interval): boolean {
  if (occurrence.endMs > occurrence.startMs) return overlaps(occurrence, span);
  return occurrence.startMs >= span.startMs && occurrence.startMs < span.endMs;
}

function rowOf({ uid, startMs, endMs, allDay, title, status }: Occurrence): Row {
  const iso = (ms: number): string => new Date(ms).toISOString();
  return {
    uid,
    start: allDay ? allDay.start : iso(startMs),
    end: allDay ? allDay.end : iso(endMs),
    allDay: allDay !== null,
    title,
    status,
  };
}

function line({ start, end, title, status }: Row): string {
  return `${start}  ${end}  ${title}${status === 'confirmed' ? '' : ` (${status})`}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
