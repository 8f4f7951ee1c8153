import { weekLoad } from '../../load/week.ts';
import { DAY_MS } from '../../time/interval.ts';
import { addWeeks, weekAt, weekInterval } from '../../time/week.ts';
import type { PlainDate } from '../../time/zone.ts';
import { reachOfEntries, standingOf, withinReach } from '../../week/standing.ts';
import type { Command, Io } from '../command.ts';
import { problemLine, readingOnce } from '../input.ts';
import { type LabelledInput, readLabelled } from '../labelled-input.ts';
import {
  loadSettingsOf,
  ownAddressesOf,
  type ParsedArgs,
  parseCommandLine,
  personOf,
  WEEK_OPTIONS,
  weekOption,
} from '../options.ts';
import { weekJson } from '../week-json.ts';
import { weekText } from '../week-text.ts';

/** How far on either side an entry is looked for that an empty week lies between. */
const REACH_WEEKS = 520;

/** `craftweek week FILE...`: the structure of one week. */
export const week: Command = async (args, io) => {
  const parsed = parseCommandLine(args, ['week', ...WEEK_OPTIONS]);
  const settings = loadSettingsOf(parsed, io);
  const name = weekOption(parsed, 'week', settings.zone, io.now());
  const span = weekInterval(name, settings.zone);
  // All-day and floating entries are told by dates: a day's pad on either side covers every zone.
  const window = { startMs: span.startMs - 2 * DAY_MS, endMs: span.endMs + 2 * DAY_MS };
  const options = { zone: settings.zone, ownAddresses: ownAddressesOf(parsed), ...personOf(parsed), window };
  const reading = readingOnce(io);
  const input = await readLabelled(parsed.named, options, reading);
  for (const problem of input.problems) io.stderr(problemLine(problem));
  if (input.unreadable.length === parsed.named.length) return 1;
  const load = weekLoad(name, input.occurrences, settings);
  const around = load.entries > 0 ? [] : await readAround(parsed.named, name, options, reading);
  const reach = reachOfEntries(around, (ms) => weekAt(ms, settings.zone));
  const shown = withinReach(load, reach);
  if (parsed.json) io.stdout(`${JSON.stringify(weekJson(shown, input.problems), null, 2)}\n`);
  else io.stdout(weekText(shown, { standing: standingOf(load, reach, io.now()), nowMs: io.now() }, io));
  return input.unreadable.length > 0 ? 1 : 0;
};

/**
 * The entries of the files ten years round the week, which tell how far they reach. Only an empty week asks: one with an
 * entry is within reach.
 */
async function readAround(
  named: ParsedArgs['named'],
  week: PlainDate,
  options: Omit<Parameters<typeof readLabelled>[1], 'window'>,
  io: Io,
): Promise<LabelledInput['occurrences']> {
  const window = {
    startMs: weekInterval(addWeeks(week, -REACH_WEEKS), options.zone).startMs,
    endMs: weekInterval(addWeeks(week, REACH_WEEKS), options.zone).endMs,
  };
  const { occurrences } = await readLabelled(named, { ...options, window }, io);
  return occurrences;
}
