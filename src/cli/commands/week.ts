import { weekLoad } from '../../load/week.ts';
import { DAY_MS } from '../../time/interval.ts';
import { weekInterval } from '../../time/week.ts';
import type { Command } from '../command.ts';
import { problemLine } from '../input.ts';
import { readLabelled } from '../labelled-input.ts';
import {
  loadSettingsOf,
  ownAddressesOf,
  parseCommandLine,
  personOf,
  WEEK_OPTIONS,
  weekOption,
} from '../options.ts';
import { weekJson } from '../week-json.ts';
import { weekText } from '../week-text.ts';

/** `craftweek week FILE...`: the structure of one week. */
export const week: Command = async (args, io) => {
  const parsed = parseCommandLine(args, ['week', ...WEEK_OPTIONS]);
  const settings = loadSettingsOf(parsed, io);
  const name = weekOption(parsed, 'week', settings.zone, io.now());
  const span = weekInterval(name, settings.zone);
  // All-day and floating entries are told by dates: a day's pad on either side covers every zone.
  const window = { startMs: span.startMs - 2 * DAY_MS, endMs: span.endMs + 2 * DAY_MS };
  const options = { zone: settings.zone, ownAddresses: ownAddressesOf(parsed), ...personOf(parsed), window };
  const input = await readLabelled(parsed.named, options, io);
  for (const problem of input.problems) io.stderr(problemLine(problem));
  if (input.unreadable.length === parsed.named.length) return 1;
  const load = weekLoad(name, input.occurrences, settings);
  io.stdout(
    parsed.json ? `${JSON.stringify(weekJson(load, input.problems), null, 2)}\n` : weekText(load, io),
  );
  return input.unreadable.length > 0 ? 1 : 0;
};
