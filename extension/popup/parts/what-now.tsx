import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { LoadSettings } from '../../../src/load/week-load.ts';
import { MOVE_KINDS } from '../../../src/plan/move.ts';
import { DEFAULT_MOVES, planSteps } from '../../../src/plan/plan-week.ts';
import { whatNow } from '../../../src/plan/what-now.ts';
import { whatNowText } from '../../../src/summary/what-now-text.ts';
import { weekInterval } from '../../../src/time/week.ts';
import type { PlainDate } from '../../../src/time/zone.ts';
import { type Page, usePage } from '../../ui/page.ts';
import { runSliced } from '../../ui/run-sliced.ts';
import { useModel } from '../context.ts';

/** What a popup may spend on the search: it is open for seconds. */
const MOST_EFFORT = 100_000;

/** "What now?" for a week that is not over, in one sentence; nothing where nothing gives anything back. */
export function WhatNow(): JSX.Element | null {
  const page = usePage();
  const model = useModel();
  const sentence = useSignal<string | null>(null);
  const read = model.read.value;
  useEffect(() => {
    if (!read || read.closed) return undefined;
    let wanted = true;
    sentenceFor(page, read.week, read.settings, () => wanted).then(
      (found) => {
        if (wanted) sentence.value = found;
      },
      (cause: unknown) => console.error('Craftweek could not make a plan', cause),
    );
    return () => {
      wanted = false;
      sentence.value = null;
    };
  }, [read, page]);
  if (sentence.value === null) return null;
  return (
    <p class="what-now" data-moving>
      {sentence.value}{' '}
      <button type="button" class="link" onClick={() => page.data.openPage('report/index.html#plan')}>
        {page.t('plan_title')}
      </button>
    </p>
  );
}

async function sentenceFor(
  { data, now, t }: Page,
  week: PlainDate,
  settings: LoadSettings,
  isWanted: () => boolean,
): Promise<string | null> {
  const { zone } = settings;
  const [user, occurrences] = await Promise.all([data.settings(), data.counted(weekInterval(week, zone))]);
  const objective = user.track === 'leadership' ? 'leadership' : 'craft';
  const options = {
    objective,
    kinds: MOVE_KINDS,
    mostMoves: DEFAULT_MOVES,
    mostEffort: MOST_EFFORT,
    nowMs: now(),
  } as const;
  const plan = await runSliced(planSteps(week, occurrences, settings, options), isWanted);
  const found = plan && whatNow(plan);
  return found?.kind === 'moves' ? whatNowText(found, t, zone) : null;
}
