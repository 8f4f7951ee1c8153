import { type Cause, causesOf } from '../../drift/causes.ts';
import { type Drift, detectDrift } from '../../drift/detect.ts';
import { countedPoints } from '../../drift/points.ts';
import { weekLoad } from '../../load/week.ts';
import { weeksOfOccurrences } from '../../load/weeks-of-occurrences.ts';
import { DAY_MS } from '../../time/interval.ts';
import { addWeeks, weekAt, weekInterval } from '../../time/week.ts';
import type { Command } from '../command.ts';
import { problemLine } from '../input.ts';
import { readLabelled } from '../labelled-input.ts';
import {
  loadSettingsOf,
  numberOption,
  ownAddressesOf,
  parseCommandLine,
  personOf,
  WEEK_OPTIONS,
  weekOption,
} from '../options.ts';
import { trendText } from '../trend-text.ts';
import { weekJson } from '../week-json.ts';

/** Ten years of weeks: more than any calendar that is told apart from noise. */
const MOST_WEEKS = 520;

/**
 * `craftweek trend FILE...`: the weeks up to the one of `--until` (default: the last complete one), oldest first,
 * and the drift in them.
 */
export const trend: Command = async (args, io) => {
  const parsed = parseCommandLine(args, ['weeks', 'until', ...WEEK_OPTIONS]);
  const settings = loadSettingsOf(parsed, io);
  const { zone } = settings;
  const count = numberOption(parsed, 'weeks', 26, 1, MOST_WEEKS);
  const lastComplete = addWeeks(weekAt(io.now(), zone), -1);
  const last =
    parsed.text('until') === undefined ? lastComplete : weekOption(parsed, 'until', zone, io.now());
  const names = Array.from({ length: count }, (_, i) => addWeeks(last, i + 1 - count));
  const window = {
    startMs: weekInterval(names[0] ?? last, zone).startMs - 2 * DAY_MS,
    endMs: weekInterval(last, zone).endMs + 2 * DAY_MS,
  };
  const input = await readLabelled(
    parsed.named,
    { zone, ownAddresses: ownAddressesOf(parsed), ...personOf(parsed), window },
    io,
  );
  for (const problem of input.problems) io.stderr(problemLine(problem));
  if (input.unreadable.length === parsed.named.length) return 1;
  const perWeek = weeksOfOccurrences(names, input.occurrences, zone);
  const loads = names.map((name, i) => weekLoad(name, perWeek[i] ?? [], settings));
  const drift = detectDrift(countedPoints(loads));
  const causes = drift.kind === 'change' ? causesOf(drift.change, loads, input.occurrences) : [];
  io.stdout(
    parsed.json
      ? `${JSON.stringify({ weeks: loads.map((load) => weekJson(load, [])), drift: driftJson(drift, causes), problems: input.problems }, null, 2)}\n`
      : trendText(loads, drift, causes, io),
  );
  return input.unreadable.length > 0 ? 1 : 0;
};

/** Drift as `trend --json` prints it: a public interface (docs/cli.md). */
function driftJson(drift: Drift, causes: readonly Cause[]): Record<string, unknown> | null {
  if (drift.kind !== 'change') return null;
  const { level, week, earliestWeek, latestWeek, before, after, statistic } = drift.change;
  return {
    level,
    week,
    earliestWeek,
    latestWeek,
    before,
    after,
    statistic,
    causes: causes.map(({ title, minutesPerWeek }) => ({ title, minutesPerWeek })),
  };
}
