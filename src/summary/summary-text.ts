import type { Measure } from '../calendar/track.ts';
import type { ChangeRecord } from '../drift/record.ts';
import type { LoadMinutes } from '../load/week-load.ts';
import { type PlainDate, parsePlain } from '../time/zone.ts';
import type { Standing } from '../week/standing.ts';
import type { WeekStatement } from '../week/statement.ts';
import { durationText, percent } from '../words/format.ts';
import { dateFormat } from '../words/formatters.ts';
import type { Translate } from '../words/translate.ts';
import { hasNews, type SeriesNews } from './series-news.ts';

/** The words of a weekly summary. */
export interface SummaryText {
  readonly title: string;
  /** One statement a line. */
  readonly body: string;
}

/** What the words of a week rest on. No title of an entry is among it. */
export interface SummaryInput {
  readonly week: PlainDate;
  readonly measure: Measure;
  readonly statement: Pick<WeekStatement, 'share' | 'soFar' | 'yardstick'>;
  readonly minutes: Pick<LoadMinutes, 'craft' | 'management'>;
  /** The week has still to bring a good part of its working time: it is told as it is so far. */
  readonly unfinished: boolean;
  /** The change that this summary is the one to tell. */
  readonly change: Pick<ChangeRecord, 'week' | 'before' | 'after'> | null;
  readonly series: SeriesNews;
  /** The last week before had no summary, since the user was away. */
  readonly backFromAway: boolean;
  /** Of the focus blocks that the week began with; null where they are not known. */
  readonly focus: { readonly held: number; readonly shown: number } | null;
}

/** A summary has at least so many lines: the hours of both sides where there is no other news. */
const LEAST_LINES = 2;

/** Why a week of this standing has no summary; null where it has one. The popup says it. */
export function silentReason(
  standing: Standing,
): 'mostly-away' | 'nothing-counted' | 'no-share' | 'not-known' | null {
  switch (standing) {
    case 'away':
      return 'mostly-away';
    case 'before-reach':
    case 'after-reach':
    case 'empty-calendar':
      return 'nothing-counted';
    case 'nothing':
      return 'no-share';
    case 'not-known':
    case 'as-of':
      return 'not-known';
    case 'over':
    case 'running':
    case 'ahead':
      return null;
    default:
      return standing satisfies never;
  }
}

/** Whether a week has anything that is not as it was: a change, a series, a focus block that did not hold, a return. */
export function isNews({ change, series, focus, backFromAway }: SummaryInput): boolean {
  const lost = focus !== null && focus.held < focus.shown;
  return change !== null || hasNews(series) || lost || backFromAway;
}

/**
 * A week in words: its share, then what it is held against or the change that it is the one to tell, then what came into
 * the calendar since the last summary, then what held of the focus blocks.
 */
export function summaryText(input: SummaryInput, t: Translate): SummaryText {
  const lines = [levelLine(input, t), seriesLine(input, t), focusLine(input, t)].filter((l) => l !== null);
  if (lines.length < LEAST_LINES) lines.push(hoursLine(input, t));
  return { title: titleOf(input, t), body: lines.join('\n') };
}

function titleOf({ week, measure, statement, unfinished }: SummaryInput, t: Translate): string {
  const share = percent((unfinished ? statement.soFar : statement.share) ?? statement.share ?? 0, t.locale);
  const values = { date: dayOf(week, t), share };
  if (measure === 'leadership') {
    return t(unfinished ? 'summary_so_far_leadership' : 'summary_title_leadership', values);
  }
  return t(unfinished ? 'summary_so_far' : 'summary_title', values);
}

function levelLine({ change, measure, statement }: SummaryInput, t: Translate): string | null {
  if (change) {
    return t(measure === 'leadership' ? 'summary_drift_leadership' : 'summary_drift', {
      date: dayOf(change.week, t),
      before: percent(change.before, t.locale),
      after: percent(change.after, t.locale),
    });
  }
  const { yardstick } = statement;
  if (yardstick.kind === 'too-few') return null;
  const share = percent(yardstick.share, t.locale);
  if (yardstick.kind === 'target') return t('summary_target', { share });
  if (yardstick.kind === 'usual') return t('summary_usual', { share });
  return t('summary_before', { share, date: dayOf(yardstick.since, t) });
}

function seriesLine({ series, backFromAway }: SummaryInput, t: Translate): string | null {
  const { came, grew, shrank, ended, moved } = series;
  const told = [
    ['summary_came', came],
    ['summary_grew', grew],
    ['summary_shrank', shrank],
    ['summary_ended', ended],
  ] as const;
  const parts = told
    .filter(([, { count }]) => count > 0)
    .map(([key, { count, minutes }]) => t(key, { count, length: durationText(minutes, t.locale) }));
  if (moved.count > 0) parts.push(t('summary_moved', { count: moved.count }));
  if (parts.length === 0) return null;
  return [...(backFromAway ? [t('summary_away')] : []), parts.join('; ')].join(' ');
}

function focusLine({ focus }: SummaryInput, t: Translate): string | null {
  if (focus === null) return null;
  if (focus.shown === 0) return t('summary_no_focus');
  return t('summary_held', { held: focus.held, count: focus.shown });
}

function hoursLine({ minutes }: SummaryInput, t: Translate): string {
  return t('summary_hours', {
    craft: durationText(minutes.craft, t.locale),
    management: durationText(minutes.management, t.locale),
  });
}

function dayOf(date: PlainDate, t: Translate): string {
  return dateFormat(t.locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(parsePlain(date));
}
