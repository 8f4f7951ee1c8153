/**
 * Google's own types of the Calendar API, version 3. The deep path costs a quarter of a second to check where
 * the package's root costs five; nothing of it is in a bundle.
 */
import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/v3.js';

export type GoogleEvent = calendar_v3.Schema$Event;
export type GoogleEventsPage = calendar_v3.Schema$Events;
export type GoogleAttendee = calendar_v3.Schema$EventAttendee;
export type GoogleDateTime = calendar_v3.Schema$EventDateTime;
export type GoogleCalendarListEntry = calendar_v3.Schema$CalendarListEntry;
