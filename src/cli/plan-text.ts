import { objectiveMinutes, type PlanFigures } from '../plan/figures.ts';
import type { Change, MoveKind, Objective } from '../plan/move.ts';
import type { Plan, WeighedMove } from '../plan/plan-week.ts';
import { addDays } from '../time/zone.ts';
import { percent } from '../words/format.ts';
import { dateFormat } from '../words/formatters.ts';
import { duration } from './amount.ts';
import type { Io } from './command.ts';
import { paint } from './paint.ts';

const DEED: Readonly<Record<MoveKind, string>> = {
  skip: 'skip',
  shorten: 'shorten',
  shift: 'move',
  rarer: 'make rarer',
  gather: 'gather',
};

/** A plan for people: the share before and after, and each move with what it gives. English, in the week's zone. */
export function planText(plan: Plan, io: Pick<Io, 'color'>): string {
  const { before, after, moves, objective } = plan;
  const gained = objectiveMinutes(after, objective) - objectiveMinutes(before, objective);
  const head = `${paint(sharesText(before, after, objective), 'strong', io.color)}   ${weekText(plan)}`;
  if (moves.length === 0) return `${head}\n\n  ${noMoveText(plan)}\n`;
  const lines = [
    head,
    '',
    `  ${moves.length === 1 ? 'One move gives' : `${moves.length} moves give`} back ${duration(gained)} of ${goalText(objective)}`,
  ];
  for (const move of moves) lines.push('', ...moveLines(move, plan.zone, io.color));
  lines.push('', `  ${boundText(plan)}`);
  return `${lines.join('\n')}\n`;
}

/** Every allowed move on a line or more, with what it gives by itself. */
export function allMovesText(
  week: { readonly week: string; readonly zone: string },
  moves: readonly WeighedMove[],
  io: Pick<Io, 'color'>,
): string {
  const head = `${moves.length} ${moves.length === 1 ? 'move is' : 'moves are'} allowed   ${weekText(week)}`;
  const lines = moves.flatMap((move) => ['', ...moveLines(move, week.zone, io.color)]);
  return `${[head, ...lines].join('\n')}\n`;
}

function moveLines(move: WeighedMove, zone: string, color: boolean): string[] {
  const title = move.changes[0]?.occurrence.title || '(no title)';
  const asked =
    move.peopleAsked === 0
      ? 'asks nobody'
      : `asks ${move.peopleAsked} ${move.peopleAsked === 1 ? 'person' : 'people'}`;
  const gains = [
    `${signed(move.gainedCraftMinutes)} craft`,
    `${signed(move.gainedFocusMinutes)} focus`,
    asked,
  ].join(', ');
  return [
    `  ${paint(DEED[move.kind], 'strong', color)} ${title.replaceAll(/\s+/g, ' ')}`,
    ...move.changes.map((change) => `    ${changeText(change, zone, move.changes.length > 1)}`),
    `    ${paint(gains, 'quiet', color)}`,
  ];
}

function changeText({ occurrence, to }: Change, zone: string, named: boolean): string {
  const from = stretch(occurrence.startMs, occurrence.endMs, zone);
  const where = to === null ? 'not this time' : `to ${stretch(to.startMs, to.endMs, zone)}`;
  const name = named ? `  ${occurrence.title.replaceAll(/\s+/g, ' ')}` : '';
  return `${from}  ${where}${name}`;
}

function sharesText(before: PlanFigures, after: PlanFigures, objective: Objective): string {
  const [was, is] = [before, after].map((f) => (objective === 'craft' ? f.craftShare : f.leadershipShare));
  const word = objective === 'craft' ? 'craft' : 'people and direction';
  if (typeof was !== 'number' || typeof is !== 'number') return `no ${word} share`;
  return `${percent(was, 'en')} ${word}, ${percent(is, 'en')} with the plan`;
}

function noMoveText({ before }: Plan): string {
  if (before.craftMinutes + before.managementMinutes + before.fragmentMinutes === 0) {
    return 'Nothing to plan: no working time is left in this week, or it is away.';
  }
  if (before.managementMinutes === 0) return 'Nothing to plan: no management is booked in this week.';
  return 'No allowed move gives anything back.';
}

function boundText({ optimal, boundMinutes, after, objective }: Plan): string {
  if (optimal) return 'No other set of as many moves gives more.';
  const more = boundMinutes - objectiveMinutes(after, objective);
  return `The search stopped early: another set could give up to ${duration(more)} more.`;
}

function goalText(objective: Objective): string {
  return objective === 'craft' ? 'craft' : 'people, direction and open focus time';
}

function weekText({ week, zone }: { readonly week: string; readonly zone: string }): string {
  return `${week} to ${addDays(week, 6)}, ${zone}`;
}

function signed(minutes: number): string {
  return `${minutes < 0 ? '-' : '+'}${duration(Math.abs(minutes))}`;
}

function stretch(startMs: number, endMs: number, zone: string): string {
  const day = dateFormat('en-GB', { timeZone: zone, weekday: 'short' });
  const time = dateFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  return `${day.format(startMs)} ${time.format(startMs)}-${time.format(endMs)}`;
}
