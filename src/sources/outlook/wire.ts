/** Microsoft's own types of the Graph API, version 1.0. Types alone: nothing of it is in a bundle. */
import type { Calendar, Event } from '@microsoft/microsoft-graph-types';

export type GraphCalendar = Calendar;
/** An event of a delta: one that is gone has its id and this mark alone. */
export type GraphEvent = Event & {
  readonly '@removed'?: { readonly reason?: string };
  readonly uid?: string | null;
};
