import type { Change } from '../drift/changes.ts';
import type { WeekLoad } from '../load/week-load.ts';
import { parsePlain } from '../time/zone.ts';
import { hours, percent } from '../words/format.ts';
import { dateFormat } from '../words/formatters.ts';
import type { Translate } from '../words/translate.ts';
import { changeInPoints, countedIn, type UsualWeek, type YardstickWeek } from './usual-week.ts';

/** The words of a weekly summary. */
export interface SummaryText {
  readonly title: string;
  /** One statement a line. */
  readonly body: string;
}

/** What the words of a week rest on. */
export type SummaryWeek = YardstickWeek & Pick<WeekLoad, 'minutes' | 'longestFocusMinutes'>;

/** Why a week has no summary; null where it has one. The popup says it. */
export function silentReason(week: YardstickWeek): 'mostly-away' | 'nothing-counted' | 'no-share' | null {
  if (week.mostlyAway) return 'mostly-away';
  if (countedIn(week) === 0) return 'nothing-counted';
  return week.craftShare === null ? 'no-share' : null;
}

/**
 * A week in words: craft share, hours of both sides, longest focus block, and the change against the usual week
 * where there is one. A lasting change, in the one summary that tells it, takes that line's place.
 */
export function summaryText(
  week: SummaryWeek,
  usual: UsualWeek,
  t: Translate,
  news: Pick<Change, 'week' | 'before' | 'after'> | null = null,
): SummaryText {
  const { minutes, craftShare, longestFocusMinutes } = week;
  const from = dateFormat(t.locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  const date = from.format(parsePlain(week.week));
  const lines = [
    t('summary_hours', {
      craft: hours(minutes.craft, t.locale),
      management: hours(minutes.management, t.locale),
    }),
    longestFocusMinutes > 0
      ? t('summary_focus', { length: hours(longestFocusMinutes, t.locale) })
      : t('summary_no_focus'),
    ...(news
      ? [
          t('summary_drift', {
            date: from.format(parsePlain(news.week)),
            before: percent(news.before, t.locale),
            after: percent(news.after, t.locale),
          }),
        ]
      : changeLine(craftShare, usual, t)),
  ];
  return {
    title:
      craftShare === null
        ? t('summary_title_no_share', { date })
        : t('summary_title', { date, share: percent(craftShare, t.locale) }),
    body: lines.join('\n'),
  };
}

function changeLine(craftShare: number | null, usual: UsualWeek, t: Translate): string[] {
  if (craftShare === null || usual.craftShare === null) return [];
  const points = changeInPoints(craftShare, usual.craftShare);
  if (points === 0) return [t('summary_same')];
  return [t(points > 0 ? 'summary_more' : 'summary_less', { count: Math.abs(points) })];
}
