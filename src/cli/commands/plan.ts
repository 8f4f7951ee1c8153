import { MOVE_KINDS, type MoveKind, type Objective } from '../../plan/move.ts';
import { allMoves, DEFAULT_MOVES, MOST_MOVES, planWeek } from '../../plan/plan-week.ts';
import { DAY_MS } from '../../time/interval.ts';
import { weekInterval } from '../../time/week.ts';
import type { Command } from '../command.ts';
import { problemLine } from '../input.ts';
import { readLabelled } from '../labelled-input.ts';
import {
  loadSettingsOf,
  numberOption,
  ownAddressesOf,
  type ParsedArgs,
  parseCommandLine,
  personOf,
  UsageError,
  WEEK_OPTIONS,
  weekOption,
} from '../options.ts';
import { moveJson, planJson } from '../plan-json.ts';
import { allMovesText, planText } from '../plan-text.ts';

/** `craftweek plan FILE...`: the few changes to a week that give the most back. It never looks at the clock. */
export const plan: Command = async (args, io) => {
  const parsed = parseCommandLine(args, ['week', 'moves', 'allow', 'track', 'all', ...WEEK_OPTIONS]);
  const settings = loadSettingsOf(parsed, io);
  const { zone } = settings;
  const week = weekOption(parsed, 'week', zone, io.now());
  const mostMoves = numberOption(parsed, 'moves', DEFAULT_MOVES, 1, MOST_MOVES);
  const objective = objectiveOf(parsed);
  const kinds = kindsOf(parsed);
  const span = weekInterval(week, zone);
  const window = { startMs: span.startMs - 2 * DAY_MS, endMs: span.endMs + 2 * DAY_MS };
  const input = await readLabelled(
    parsed.named,
    { zone, ownAddresses: ownAddressesOf(parsed), ...personOf(parsed), window },
    io,
  );
  for (const problem of input.problems) io.stderr(problemLine(problem));
  if (input.unreadable.length === parsed.named.length) return 1;
  const print = (json: () => unknown, text: () => string): void =>
    io.stdout(parsed.json ? `${JSON.stringify(json(), null, 2)}\n` : text());
  if (parsed.flag('all')) {
    const { before, moves } = allMoves(week, input.occurrences, settings, { kinds });
    print(
      () => ({ week, zone, objective, before, all: moves.map(moveJson) }),
      () => allMovesText({ week, zone }, moves, io),
    );
  } else {
    const found = planWeek(week, input.occurrences, settings, { objective, mostMoves, kinds });
    print(
      () => planJson(found),
      () => planText(found, io),
    );
  }
  return input.unreadable.length > 0 ? 1 : 0;
};

/** Throws UsageError on a track that there is none of. */
function objectiveOf(args: ParsedArgs): Objective {
  const track = args.text('track') ?? 'mastery';
  if (track === 'mastery') return 'craft';
  if (track === 'leadership') return 'leadership';
  throw new UsageError(`--track ${track}: takes mastery or leadership`);
}

/** Throws UsageError on a kind that there is none of. */
function kindsOf(args: ParsedArgs): readonly MoveKind[] {
  const text = args.text('allow');
  if (text === undefined) return MOVE_KINDS;
  const named = text.split(',').map((part) => part.trim());
  const unknown = named.find((part) => !MOVE_KINDS.some((kind) => kind === part));
  if (unknown !== undefined) {
    throw new UsageError(`--allow ${unknown}: takes some of skip,shorten,shift,rarer,gather`);
  }
  return MOVE_KINDS.filter((kind) => named.includes(kind));
}
