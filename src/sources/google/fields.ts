/** What `occurrenceOf` reads of an event and nothing else (tests hold both), as partial-response masks. */
const EVENT_FIELDS = [
  'id',
  'status',
  'iCalUID',
  'recurringEventId',
  'originalStartTime(date,dateTime,timeZone)',
  'start(date,dateTime,timeZone)',
  'end(date,dateTime,timeZone)',
  'summary',
  'description',
  'location',
  'transparency',
  'eventType',
  'colorId',
  'hangoutLink',
  'htmlLink',
  'conferenceData(conferenceId,conferenceSolution/key/type)',
  'creator/self',
  'organizer(email,self)',
  'attendees(email,displayName,organizer,self,optional,resource,responseStatus,additionalGuests)',
  'attendeesOmitted',
  'guestsCanSeeOtherGuests',
].join(',');

/** `fields` of `events.list` for the instances of a calendar. */
export const EVENTS_MASK = `nextPageToken,nextSyncToken,timeZone,items(${EVENT_FIELDS})`;

/** `fields` of `events.list` and `events.get` for the rules of series. */
export const SERIES_MASK = 'id,recurrence';
export const SERIES_LIST_MASK = `nextPageToken,timeZone,items(${SERIES_MASK})`;

/** `fields` of `calendarList.list`. */
export const CALENDARS_MASK =
  'nextPageToken,items(id,summary,summaryOverride,backgroundColor,accessRole,primary,deleted,timeZone)';
