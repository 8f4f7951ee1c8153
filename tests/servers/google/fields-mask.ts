import { badParameter } from './answers.ts';

/** A parsed partial-response mask; null takes everything. */
type Mask = Map<string, Mask | null>;

/** Fields of the resources, as Google's reference lists them: a mask that names another is refused. */
const EVENT: Readonly<Record<string, readonly string[] | null>> = {
  kind: null,
  etag: null,
  id: null,
  status: null,
  htmlLink: null,
  created: null,
  updated: null,
  summary: null,
  description: null,
  location: null,
  colorId: null,
  creator: ['id', 'email', 'displayName', 'self'],
  organizer: ['id', 'email', 'displayName', 'self'],
  start: ['date', 'dateTime', 'timeZone'],
  end: ['date', 'dateTime', 'timeZone'],
  endTimeUnspecified: null,
  recurrence: null,
  recurringEventId: null,
  originalStartTime: ['date', 'dateTime', 'timeZone'],
  transparency: null,
  visibility: null,
  iCalUID: null,
  sequence: null,
  attendees: [
    'id',
    'email',
    'displayName',
    'organizer',
    'self',
    'resource',
    'optional',
    'responseStatus',
    'comment',
    'additionalGuests',
  ],
  attendeesOmitted: null,
  extendedProperties: ['private', 'shared'],
  hangoutLink: null,
  conferenceData: [
    'createRequest',
    'entryPoints',
    'conferenceSolution',
    'conferenceId',
    'signature',
    'notes',
    'parameters',
  ],
  anyoneCanAddSelf: null,
  guestsCanInviteOthers: null,
  guestsCanModify: null,
  guestsCanSeeOtherGuests: null,
  privateCopy: null,
  locked: null,
  reminders: ['useDefault', 'overrides'],
  source: ['url', 'title'],
  workingLocationProperties: ['type', 'homeOffice', 'customLocation', 'officeLocation'],
  outOfOfficeProperties: ['autoDeclineMode', 'declineMessage'],
  focusTimeProperties: ['autoDeclineMode', 'declineMessage', 'chatStatus'],
  birthdayProperties: ['contact', 'type', 'customTypeName'],
  attachments: ['fileUrl', 'title', 'mimeType', 'iconLink', 'fileId'],
  eventType: null,
};

const LIST_ENTRY: readonly string[] = [
  ...['kind', 'etag', 'id', 'summary', 'description', 'location', 'timeZone', 'summaryOverride', 'colorId'],
  ...['backgroundColor', 'foregroundColor', 'hidden', 'selected', 'accessRole', 'defaultReminders'],
  ...[
    'notificationSettings',
    'primary',
    'deleted',
    'conferenceProperties',
    'dataOwner',
    'autoAcceptInvitations',
  ],
];

/** Cuts an answer down to what `fields` names (https://developers.google.com/workspace/calendar/api/guides/performance). */
export function applyFields(
  resource: object,
  text: string,
  kind: 'events' | 'event' | 'calendarList',
): object {
  const mask = parse(text);
  const known = knownOf(kind);
  for (const path of pathsOf(mask)) {
    if (!known(path))
      throw badParameter('fields', 'invalidParameter', `Invalid field selection ${path.join('/')}`);
  }
  return cut(resource, mask) as object;
}

function knownOf(kind: 'events' | 'event' | 'calendarList'): (path: readonly string[]) => boolean {
  const event = ([first = '', second, ...rest]: readonly string[]): boolean => {
    if (first === '*') return true;
    if (!Object.hasOwn(EVENT, first)) return false;
    const below = EVENT[first];
    if (second === undefined || second === '*') return true;
    if (!below?.includes(second)) return false;
    return rest.length === 0 || ['conferenceSolution', 'entryPoints', 'createRequest'].includes(second);
  };
  if (kind === 'event') return event;
  const top = ['kind', 'etag', 'nextPageToken', 'nextSyncToken', '*', 'items'];
  if (kind === 'events')
    top.push('summary', 'description', 'updated', 'timeZone', 'accessRole', 'defaultReminders');
  return ([first = '', ...rest]) => {
    if (!top.includes(first)) return false;
    if (rest.length === 0) return true;
    if (first !== 'items') return false;
    return kind === 'events' ? event(rest) : rest.length === 1 && LIST_ENTRY.includes(rest[0] ?? '');
  };
}

function parse(text: string): Mask {
  let at = 0;
  const list = (): Mask => {
    const mask: Mask = new Map();
    for (;;) {
      const name = /^[A-Za-z*][A-Za-z0-9]*|^\*/.exec(text.slice(at))?.[0];
      if (!name) throw badParameter('fields', 'invalidParameter', `Invalid field selection ${text}`);
      at += name.length;
      if (text[at] === '/') {
        at++;
        const path = list1();
        mask.set(name, path);
      } else if (text[at] === '(') {
        at++;
        mask.set(name, list());
        if (text[at] !== ')')
          throw badParameter('fields', 'invalidParameter', `Invalid field selection ${text}`);
        at++;
      } else mask.set(name, null);
      if (text[at] !== ',') return mask;
      at++;
    }
  };
  /** What follows a slash: one name, with what is below it. */
  const list1 = (): Mask => {
    const rest = /^[A-Za-z*][A-Za-z0-9]*/.exec(text.slice(at))?.[0];
    if (!rest) throw badParameter('fields', 'invalidParameter', `Invalid field selection ${text}`);
    at += rest.length;
    if (text[at] === '/') {
      at++;
      return new Map([[rest, list1()]]);
    }
    if (text[at] === '(') {
      at++;
      const below = list();
      at++;
      return new Map([[rest, below]]);
    }
    return new Map([[rest, null]]);
  };
  const mask = list();
  if (at !== text.length) throw badParameter('fields', 'invalidParameter', `Invalid field selection ${text}`);
  return mask;
}

function pathsOf(mask: Mask, above: readonly string[] = []): string[][] {
  return [...mask].flatMap(([name, below]) =>
    below === null ? [[...above, name]] : pathsOf(below, [...above, name]),
  );
}

function cut(value: unknown, mask: Mask): unknown {
  if (Array.isArray(value)) return value.map((v) => cut(v, mask));
  if (typeof value !== 'object' || value === null || mask.has('*')) return value;
  const out: Record<string, unknown> = {};
  for (const [name, below] of mask) {
    const found = (value as Record<string, unknown>)[name];
    if (found === undefined) continue;
    out[name] = below === null ? found : cut(found, below);
  }
  return out;
}
