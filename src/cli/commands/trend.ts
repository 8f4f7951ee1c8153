import type { Cause } from '../../drift/causes.ts';
import type { Drift } from '../../drift/drift.ts';
import { weekLoad } from '../../load/week.ts';
import { weeksOfOccurrences } from '../../load/weeks-of-occurrences.ts';
import { DAY_MS } from '../../time/interval.ts';
import { addWeeks, weekAt, weekInterval } from '../../time/week.ts';
import { changeCauses } from '../../week/change-causes.ts';
import { isThin, reachOfEntries, withinReach } from '../../week/standing.ts';
import { storyOf } from '../../week/story.ts';
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
/** A change is looked for in the last five years, however many weeks are printed: `--weeks` changes no finding. */
const STORY_WEEKS = 260;
/** How far ahead entries are looked for: a calendar reaches as far as they do. */
const AHEAD_WEEKS = 52;

/**
 * `craftweek trend FILE...`: the weeks up to the one of `--until` (default: the last complete one), oldest first,
 * and what they say together. With `--until` it looks as from the end of that week, whatever the clock says.
 */
export const trend: Command = async (args, io) => {
  const parsed = parseCommandLine(args, ['weeks', 'until', ...WEEK_OPTIONS]);
  const settings = loadSettingsOf(parsed, io);
  const { zone } = settings;
  const count = numberOption(parsed, 'weeks', 26, 1, MOST_WEEKS);
  const lastComplete = addWeeks(weekAt(io.now(), zone), -1);
  const last =
    parsed.text('until') === undefined ? lastComplete : weekOption(parsed, 'until', zone, io.now());
  const looked = Math.max(count, STORY_WEEKS);
  const names = Array.from({ length: looked }, (_, i) => addWeeks(last, i + 1 - looked));
  const window = {
    startMs: weekInterval(names[0] ?? last, zone).startMs - 2 * DAY_MS,
    endMs: weekInterval(addWeeks(last, AHEAD_WEEKS), zone).endMs + 2 * DAY_MS,
  };
  const input = await readLabelled(
    parsed.named,
    { zone, ownAddresses: ownAddressesOf(parsed), ...personOf(parsed), window },
    io,
  );
  for (const problem of input.problems) io.stderr(problemLine(problem));
  if (input.unreadable.length === parsed.named.length) return 1;
  const reach = reachOfEntries(input.occurrences, (ms) => weekAt(ms, zone));
  const perWeek = weeksOfOccurrences(names, input.occurrences, zone);
  const loads = names.flatMap((name, i) =>
    // Before the first entry there is nothing to compute, but what is printed.
    i >= looked - count || (reach && name >= reach.first) ? [weekLoad(name, perWeek[i] ?? [], settings)] : [],
  );
  const untilMs = weekInterval(last, zone).endMs;
  const { drift } = storyOf(loads, reach, [], 'craft', untilMs);
  const causes =
    drift.kind === 'change' ? changeCauses(drift.change, 'craft', input.occurrences, settings) : [];
  const shown = loads.slice(-count).map((load) => withinReach(load, reach));
  io.stdout(
    parsed.json
      ? `${JSON.stringify({ weeks: shown.map((load) => weekJson(load, [])), drift: driftJson(drift, causes), problems: input.problems }, null, 2)}\n`
      : trendText(shown, drift, causes, { thin: isThin(loads, reach), reach }, io),
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
