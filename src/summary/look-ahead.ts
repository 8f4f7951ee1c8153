import type { EpochMs } from '../calendar/units.ts';
import type { WeekLoad } from '../load/week-load.ts';
import type { WhatNow } from '../plan/what-now.ts';
import { type Interval, lengthMs, MINUTE_MS, overlaps } from '../time/interval.ts';
import { dateIn, type PlainDate, parsePlain } from '../time/zone.ts';
import { durationText } from '../words/format.ts';
import { dateFormat } from '../words/formatters.ts';
import type { Translate } from '../words/translate.ts';
import type { SummaryText } from './summary-text.ts';

/** What is open of a week's focus blocks, in minutes. */
export interface OpenFocus {
  readonly minutes: number;
  /** The day that has most of it; null where there is none. */
  readonly best: { readonly date: PlainDate; readonly minutes: number } | null;
}

/** When the look ahead of a week is due: on the first day that is worked and not away, from its first working hour on. */
export function lookAheadSlot({ days, segments }: Pick<WeekLoad, 'days' | 'segments'>): Interval | null {
  const there = segments.filter(({ kind }) => kind !== 'away');
  const day = days.find(({ working }) => working.some((hours) => there.some((one) => overlaps(one, hours))));
  const [first] = day?.working ?? [];
  return day && first ? { startMs: first.startMs, endMs: day.endMs } : null;
}

/** The open parts of focus blocks from `nowMs` on: what can still be defended. */
export function openFocus({ segments }: Pick<WeekLoad, 'segments'>, nowMs: EpochMs, zone: string): OpenFocus {
  const byDay = new Map<PlainDate, number>();
  for (const { focus, kind, startMs, endMs } of segments) {
    const minutes = lengthMs({ startMs: Math.max(startMs, nowMs), endMs }) / MINUTE_MS;
    if (!focus || kind === 'craft-booked' || minutes === 0) continue;
    const date = dateIn(zone, startMs);
    byDay.set(date, (byDay.get(date) ?? 0) + minutes);
  }
  const [best] = [...byDay].sort(([a, most], [b, other]) => other - most || (a < b ? -1 : 1));
  return {
    minutes: [...byDay.values()].reduce((sum, minutes) => sum + minutes, 0),
    best: best ? { date: best[0], minutes: best[1] } : null,
  };
}

/** The look ahead in words: what is open, which day to defend, and what the plan could win. No title of an entry. */
export function lookAheadText({ minutes, best }: OpenFocus, plan: WhatNow | null, t: Translate): SummaryText {
  const title =
    best === null ? t('ahead_none') : t('ahead_open', { length: durationText(minutes, t.locale) });
  const lines =
    best === null
      ? []
      : [t('ahead_defend', { day: dayName(best.date, t), length: durationText(best.minutes, t.locale) })];
  if (plan?.kind === 'moves') {
    lines.push(t('ahead_plan', { count: plan.count, length: durationText(plan.gainedMinutes, t.locale) }));
  }
  return { title, body: lines.join('\n') };
}

function dayName(date: PlainDate, t: Translate): string {
  return dateFormat(t.locale, { weekday: 'long', timeZone: 'UTC' }).format(parsePlain(date));
}
