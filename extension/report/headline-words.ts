import { type Measure, measureOf, type Track } from '../../src/calendar/track.ts';
import type { Settled } from '../../src/week/settled.ts';
import { percent } from '../../src/words/format.ts';
import { dateFormat } from '../../src/words/formatters.ts';
import type { Translate } from '../../src/words/translate.ts';
import type { ReportView } from './view.ts';
import { dayMonth } from './words.ts';

/** The sentences of each track's own figure. */
const SENTENCES = {
  craft: { steady: 'report_steady', lasting: 'report_changed', possible: 'report_perhaps_changed' },
  leadership: {
    steady: 'report_leadership_steady',
    lasting: 'report_leadership_changed',
    possible: 'report_leadership_perhaps_changed',
  },
} as const satisfies Record<Measure, unknown>;

/** What the weeks say, as a sentence: of the craft share, or of the leadership share for a leader. */
export function headlineWords(
  { drift, figure }: Pick<ReportView, 'drift' | 'figure'>,
  track: Track,
  nowMs: number,
  t: Translate,
): string {
  const sentences = SENTENCES[measureOf(track)];
  const share = (value: number): string => percent(value, t.locale);
  if (drift.kind === 'too-few') return t('report_too_few', { have: drift.weeks, need: drift.needed });
  if (drift.kind === 'none') {
    return figure.value === null
      ? t('report_nothing_yet')
      : t(sentences.steady, { share: share(figure.value), count: drift.weeks });
  }
  const { change } = drift;
  return t(sentences[change.level], {
    week: dayMonth(change.week, new Date(nowMs).toISOString().slice(0, 4), t.locale),
    before: share(change.before),
    after: share(change.after),
  });
}

/** That nothing is known of the weeks since the calendars were last read, and what to do. */
export function knownWords(knownMs: number, zone: string, t: Translate): string {
  const format = dateFormat(t.locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: zone });
  return t('report_known_until', { date: format.format(knownMs) });
}

/** How much of the booked time somebody settled, and how much is a guess from titles; null where nothing is booked. */
export function settledWords({ settledMinutes, guessedMinutes }: Settled, t: Translate): string | null {
  const whole = settledMinutes + guessedMinutes;
  if (whole === 0) return null;
  const settled = settledMinutes / whole;
  return t('report_settled', {
    settled: percent(settled, t.locale),
    guessed: percent(1 - settled, t.locale),
  });
}
