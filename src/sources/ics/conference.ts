import { hasMeetingLink } from '../../calendar/meeting-link.ts';
import type { Properties } from './properties.ts';
import { textOf } from './property.ts';

/** Whether an event has a call link: a property made for it, or a known service's address in its texts. */
export function hasConference(event: Properties): boolean {
  const links = [
    'X-GOOGLE-CONFERENCE',
    'CONFERENCE',
    'X-MICROSOFT-SKYPETEAMSMEETINGURL',
    'X-MICROSOFT-ONLINEMEETINGEXTERNALLINK',
  ];
  if (links.some((name) => textOf(event.first(name)) !== '')) return true;
  return ['LOCATION', 'DESCRIPTION', 'URL'].some((name) => hasMeetingLink(textOf(event.first(name))));
}
