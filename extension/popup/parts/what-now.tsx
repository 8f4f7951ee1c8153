import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { measureOf } from '../../../src/calendar/track.ts';
import type { LoadSettings } from '../../../src/load/week-load.ts';
import { whatNowSteps } from '../../../src/plan/what-now.ts';
import { whatNowText } from '../../../src/summary/what-now-text.ts';
import { weekInterval } from '../../../src/time/week.ts';
import type { PlainDate } from '../../../src/time/zone.ts';
import { type Page, usePage } from '../../ui/page.ts';
import { runSliced } from '../../ui/run-sliced.ts';
import { useModel } from '../context.ts';

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
  const options = { objective: measureOf(user.track), nowMs: now() };
  const found = await runSliced(whatNowSteps(week, occurrences, settings, options), isWanted);
  return found?.kind === 'moves' ? whatNowText(found, t, zone) : null;
}
