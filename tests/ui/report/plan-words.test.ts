import { describe, expect, it } from 'vitest';
import { askLastingWords, askWords } from '../../../extension/report/plan/ask-words.ts';
import { moveFacts } from '../../../extension/report/plan/move-facts.ts';
import {
  changeWords,
  easeWords,
  effectWords,
  lastingWords,
  moveWords,
  targetWords,
} from '../../../extension/report/plan/plan-words.ts';
import { mergedMessages } from '../../../scripts/messages.ts';
import { frameOf } from '../../../src/plan/frame.ts';
import { lastingMoves } from '../../../src/plan/lasting.ts';
import { loadWith } from '../../../src/plan/load-with.ts';
import { MOVE_KINDS } from '../../../src/plan/move.ts';
import { allowedMoves } from '../../../src/plan/moves.ts';
import { planWeek } from '../../../src/plan/plan-week.ts';
import type { TargetAnswer } from '../../../src/plan/target.ts';
import { whatNow } from '../../../src/plan/what-now.ts';
import { whatNowText } from '../../../src/summary/what-now-text.ts';
import { translator } from '../../../src/words/translate.ts';
import { randomWeek } from '../../plan/weeks.ts';
import { occurrencesOf, SETTINGS, weeksOf } from './report-weeks.ts';

const languages = mergedMessages('extension/_locales');
const { coming } = await weeksOf(occurrencesOf({ weeks: 26, changeBefore: 12, away: [] }), 1);
const [thisWeek, ...later] = coming.map(({ load, occurrences }) => ({ week: load.week, occurrences }));
if (!thisWeek) throw new Error('no week');
const plan = planWeek(thisWeek.week, thisWeek.occurrences, SETTINGS);
const lasting = lastingMoves(later, SETTINGS, { objective: 'craft' });

describe.each([...languages.keys()])('the plan in words (%s)', (language) => {
  const t = translator((key) => languages.get(language)?.[key]?.message, language);
  const zone = SETTINGS.zone;
  const whole = (text: string): void => {
    expect(text).not.toMatch(/⟨|\{\w+\}|undefined|NaN/);
    expect(text.trim()).not.toBe('');
  };

  it('has a sentence for every move, its change, its ease and its effects', () => {
    const kinds = new Set<string>();
    for (let seed = 1; seed <= 12; seed++) {
      const { week, settings, list } = randomWeek(seed);
      const frame = frameOf(week, list, settings);
      const before = loadWith([], frame);
      // One of each kind is enough of a week.
      for (const kind of MOVE_KINDS) {
        const move = allowedMoves(frame, [kind])[0];
        if (!move) continue;
        kinds.add(kind);
        whole(moveWords(move, t));
        for (const change of move.changes) whole(changeWords(change, zone, t));
        const facts = moveFacts(move, frame, before);
        for (const ease of facts.ease) whole(easeWords(ease, t));
        for (const effect of facts.effects) whole(effectWords(effect, t));
        const message = askWords(move, 90, zone, t);
        expect(message === null).toBe(move.peopleAsked === 0);
        if (message) whole(message);
      }
    }
    expect([...kinds].sort()).toEqual([...MOVE_KINDS]);
  });

  it('says what now, also where there is nothing', () => {
    expect(plan.moves.length).toBeGreaterThan(1);
    for (const now of [
      whatNow(plan),
      { kind: 'nothing' },
      { kind: 'no-time' },
      { kind: 'no-management' },
    ] as const) {
      whole(whatNowText(now, t, zone));
    }
  });

  it('names lasting moves, and asks for them', () => {
    expect(lasting.length).toBeGreaterThan(1);
    for (const move of lasting) {
      whole(lastingWords(move, zone, t));
      const message = askLastingWords(move, zone, t);
      if (message) whole(message);
    }
  });

  it('tells what it takes to reach the target', () => {
    const answers: TargetAnswer[] = [
      { kind: 'there', share: 0.6 },
      { kind: 'reached', plan, share: 0.5 },
      { kind: 'short', plan, share: 0.4, never: true },
      { kind: 'short', plan, share: 0.4, never: false },
    ];
    for (const answer of answers) whole(targetWords(answer, 0.5, t) ?? '');
    expect(targetWords({ kind: 'no-share' }, 0.5, t)).toBeNull();
  });
});
