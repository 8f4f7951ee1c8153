import type { EventType, Recurring, ResponseStatus } from '../../calendar/occurrence.ts';
import type { Weekday } from '../../time/zone.ts';
import type { TitleName } from './titles.ts';

/** One series of the sample. Weeks are counted from the current one: -25 is the oldest, 0 now, 3 the last. */
export interface SampleSeries {
  readonly id: string;
  readonly title: TitleName;
  /** Name put into the title's `{who}`. */
  readonly who?: string;
  readonly weekdays: readonly Weekday[];
  /** Local time, `HH:MM`. */
  readonly at: string;
  readonly minutes: number;
  /** Including the user. */
  readonly people: number;
  readonly from?: number;
  readonly until?: number;
  /** Every so many weeks; 1 where absent. */
  readonly every?: number;
  /** Which of these weeks, 0 where absent. */
  readonly offset?: number;
  readonly ownMeeting?: boolean;
  readonly call?: boolean;
  readonly room?: boolean;
  readonly eventType?: EventType;
  readonly free?: boolean;
  readonly response?: ResponseStatus;
  /** Weeks in which the instance does not happen. */
  readonly not?: readonly number[];
  readonly recurring?: Recurring;
}

/** The week in which the promotion takes hold. */
const PROMOTED = -12;

const LAST_WEEK_BEFORE = PROMOTED - 1;

/** The week of an architect: making, with a few fixed meetings round it. */
const CRAFT: readonly SampleSeries[] = [
  {
    id: 'standup',
    title: 'standup',
    weekdays: [1, 2, 3, 4, 5],
    at: '09:00',
    minutes: 15,
    people: 7,
    until: -10,
    call: true,
    recurring: 'daily',
  },
  {
    id: 'focus-mon',
    title: 'focus',
    weekdays: [1],
    at: '09:30',
    minutes: 150,
    people: 1,
    until: LAST_WEEK_BEFORE,
    eventType: 'focusTime',
  },
  {
    id: 'focus-wed',
    title: 'focus',
    weekdays: [3],
    at: '09:30',
    minutes: 150,
    people: 1,
    eventType: 'focusTime',
    not: [-7, -5, -2],
  },
  { id: 'focus-thu', title: 'deepWork', weekdays: [4], at: '09:30', minutes: 150, people: 1, until: -11 },
  {
    id: 'prototype',
    title: 'prototype',
    weekdays: [2],
    at: '13:00',
    minutes: 180,
    people: 1,
    until: LAST_WEEK_BEFORE,
    every: 2,
  },
  {
    id: 'decision-record',
    title: 'decisionRecord',
    weekdays: [2],
    at: '13:30',
    minutes: 150,
    people: 1,
    until: -11,
    every: 2,
    offset: 1,
  },
  {
    id: 'architecture-review',
    title: 'architectureReview',
    weekdays: [2],
    at: '10:00',
    minutes: 90,
    people: 6,
    ownMeeting: true,
    room: true,
  },
  {
    id: 'design-review',
    title: 'designReview',
    weekdays: [4],
    at: '14:00',
    minutes: 60,
    people: 5,
    call: true,
  },
  {
    id: 'pairing',
    title: 'pairing',
    who: 'Jonas',
    weekdays: [3],
    at: '14:00',
    minutes: 120,
    people: 2,
    until: -11,
  },
  {
    id: 'pairing-rare',
    title: 'pairing',
    who: 'Jonas',
    weekdays: [5],
    at: '13:30',
    minutes: 90,
    people: 2,
    from: -9,
    every: 4,
    offset: 1,
  },
  {
    id: 'drawing',
    title: 'drawing',
    weekdays: [5],
    at: '13:00',
    minutes: 150,
    people: 1,
    until: LAST_WEEK_BEFORE,
  },
  {
    id: 'reading-group',
    title: 'readingGroup',
    weekdays: [5],
    at: '11:00',
    minutes: 60,
    people: 6,
    every: 2,
    until: -6,
  },
];

/** What was there before and stayed. */
const BOTH: readonly SampleSeries[] = [
  {
    id: 'planning',
    title: 'planning',
    weekdays: [1],
    at: '13:00',
    minutes: 60,
    people: 8,
    every: 2,
    call: true,
  },
  {
    id: 'retro',
    title: 'retro',
    weekdays: [5],
    at: '15:45',
    minutes: 60,
    people: 8,
    every: 2,
    offset: 1,
    until: -4,
  },
  { id: 'one-henrik', title: 'oneToOne', who: 'Henrik', weekdays: [4], at: '11:30', minutes: 30, people: 2 },
  {
    id: 'all-hands',
    title: 'allHands',
    weekdays: [3],
    at: '13:00',
    minutes: 45,
    people: 140,
    every: 4,
    offset: 2,
    call: true,
    response: 'needsAction',
  },
  {
    id: 'home-office',
    title: 'homeOffice',
    weekdays: [5],
    at: '',
    minutes: 0,
    people: 1,
    eventType: 'workingLocation',
    free: true,
  },
];

/** What the promotion brought, a series or two a week. */
const MANAGEMENT: readonly SampleSeries[] = [
  {
    id: 'directors',
    title: 'directors',
    weekdays: [1],
    at: '09:30',
    minutes: 90,
    people: 9,
    from: -12,
    room: true,
  },
  {
    id: 'leads',
    title: 'leadsStandup',
    weekdays: [1, 3, 5],
    at: '09:00',
    minutes: 15,
    people: 6,
    from: -9,
    call: true,
  },
  { id: 'budget', title: 'budgetReview', weekdays: [2], at: '13:00', minutes: 60, people: 5, from: -12 },
  {
    id: 'vendor',
    title: 'vendorReview',
    weekdays: [1],
    at: '14:15',
    minutes: 60,
    people: 6,
    from: -11,
    call: true,
  },
  { id: 'staffing', title: 'staffing', weekdays: [3], at: '14:00', minutes: 60, people: 4, from: -11 },
  {
    id: 'budget-sync',
    title: 'budgetSync',
    weekdays: [4],
    at: '09:30',
    minutes: 45,
    people: 3,
    from: -10,
    call: true,
  },
  {
    id: 'one-amira',
    title: 'oneToOne',
    who: 'Amira',
    weekdays: [1],
    at: '16:00',
    minutes: 30,
    people: 2,
    from: -12,
    ownMeeting: true,
  },
  {
    id: 'one-jonas',
    title: 'oneToOne',
    who: 'Jonas',
    weekdays: [2],
    at: '16:00',
    minutes: 30,
    people: 2,
    from: -12,
    ownMeeting: true,
  },
  {
    id: 'one-tomasz',
    title: 'oneToOne',
    who: 'Tomasz',
    weekdays: [2],
    at: '16:30',
    minutes: 30,
    people: 2,
    from: -11,
    ownMeeting: true,
  },
  {
    id: 'one-yuki',
    title: 'oneToOne',
    who: 'Yuki',
    weekdays: [4],
    at: '16:00',
    minutes: 30,
    people: 2,
    from: -11,
    ownMeeting: true,
  },
  {
    id: 'steering',
    title: 'steering',
    weekdays: [2],
    at: '14:15',
    minutes: 90,
    people: 8,
    from: -10,
    every: 2,
  },
  {
    id: 'cloud-contract',
    title: 'cloudContract',
    weekdays: [3],
    at: '15:30',
    minutes: 60,
    people: 5,
    from: -9,
    every: 2,
    offset: 1,
    call: true,
    response: 'tentative',
  },
  {
    id: 'interview',
    title: 'interview',
    weekdays: [5],
    at: '10:00',
    minutes: 60,
    people: 3,
    from: -9,
    not: [-6, -1],
    call: true,
  },
  {
    id: 'hiring',
    title: 'hiringDebrief',
    weekdays: [5],
    at: '11:15',
    minutes: 30,
    people: 4,
    from: -8,
    not: [-6, -1],
  },
  { id: 'headcount', title: 'headcount', weekdays: [4], at: '10:30', minutes: 60, people: 4, from: -8 },
  {
    id: 'business-review',
    title: 'businessReview',
    weekdays: [4],
    at: '13:00',
    minutes: 60,
    people: 11,
    from: -10,
    every: 4,
    offset: 2,
    room: true,
  },
  { id: 'expenses', title: 'expenses', weekdays: [5], at: '16:15', minutes: 30, people: 1, from: -10 },
  {
    id: 'vendor-evening',
    title: 'singapore',
    weekdays: [3],
    at: '18:30',
    minutes: 45,
    people: 4,
    from: -9,
    every: 2,
    call: true,
  },
];

export const SERIES: readonly SampleSeries[] = [...CRAFT, ...BOTH, ...MANAGEMENT];

/** Single events, each in one week. */
export const SINGLES: readonly (SampleSeries & { readonly week: number })[] = [
  { id: 'incident', week: -20, title: 'incident', weekdays: [4], at: '15:15', minutes: 90, people: 5 },
  {
    id: 'workshop',
    week: -14,
    title: 'domainWorkshop',
    weekdays: [3],
    at: '09:30',
    minutes: 180,
    people: 9,
    room: true,
  },
  { id: 'dentist', week: -15, title: 'dentist', weekdays: [2], at: '09:00', minutes: 60, people: 1 },
  { id: 'handover', week: -12, title: 'handover', weekdays: [5], at: '10:00', minutes: 60, people: 2 },
  { id: 'budget-deck', week: -7, title: 'budgetDeck', weekdays: [4], at: '20:00', minutes: 90, people: 1 },
  {
    id: 'review-amira',
    week: -4,
    title: 'performanceReview',
    who: 'Amira',
    weekdays: [3],
    at: '11:00',
    minutes: 45,
    people: 2,
    ownMeeting: true,
  },
  {
    id: 'review-jonas',
    week: -4,
    title: 'performanceReview',
    who: 'Jonas',
    weekdays: [4],
    at: '15:15',
    minutes: 45,
    people: 2,
    ownMeeting: true,
  },
  {
    id: 'review-yuki',
    week: -3,
    title: 'performanceReview',
    who: 'Yuki',
    weekdays: [5],
    at: '13:30',
    minutes: 45,
    people: 2,
    ownMeeting: true,
  },
  { id: 'audit', week: -2, title: 'audit', weekdays: [3], at: '09:30', minutes: 120, people: 7 },
  { id: 'spike', week: 0, title: 'prototype', weekdays: [5], at: '13:00', minutes: 150, people: 1 },
  { id: 'lunch', week: 0, title: 'teamLunch', weekdays: [3], at: '12:00', minutes: 60, people: 6 },
  {
    id: 'offsite-plan',
    week: 0,
    title: 'offsite',
    weekdays: [1],
    at: '15:00',
    minutes: 45,
    people: 4,
    response: 'tentative',
  },
  { id: 'budget-deck-now', week: 0, title: 'budgetDeck', weekdays: [2], at: '19:30', minutes: 60, people: 1 },
  {
    id: 'webinar',
    week: 0,
    title: 'webinar',
    weekdays: [4],
    at: '15:00',
    minutes: 60,
    people: 1,
    response: 'declined',
  },
  { id: 'school', week: 0, title: 'school', weekdays: [4], at: '17:15', minutes: 60, people: 1, free: true },
  { id: 'dentist-next', week: 1, title: 'dentist', weekdays: [1], at: '11:30', minutes: 60, people: 1 },
];

/** The instances that a person moved, declined or called off, by series and week. */
export const EXCEPTIONS: readonly {
  readonly id: string;
  readonly week: number;
  readonly move?: { readonly weekday: Weekday; readonly at: string };
  readonly response?: ResponseStatus;
  readonly cancelled?: true;
}[] = [
  { id: 'design-review', week: 0, move: { weekday: 5, at: '09:30' } },
  { id: 'design-review', week: -3, move: { weekday: 5, at: '14:30' } },
  { id: 'architecture-review', week: -19, cancelled: true },
  { id: 'architecture-review', week: -6, response: 'declined' },
  { id: 'architecture-review', week: -1, response: 'declined' },
  { id: 'design-review', week: -5, response: 'declined' },
  { id: 'steering', week: -4, cancelled: true },
  { id: 'vendor', week: -6, move: { weekday: 2, at: '10:30' } },
  { id: 'one-henrik', week: -2, cancelled: true },
  { id: 'directors', week: 1, response: 'needsAction' },
];

/** A week of holiday: the series go on in the calendar, their owner does not. */
export const HOLIDAY_WEEK = -8;
/** A week at a conference, with the ways there and back. */
export const CONFERENCE_WEEK = -17;
