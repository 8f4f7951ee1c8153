import { type Properties, textOf } from './property.ts';

const MEETING_URL =
  /https?:\/\/[^\s"<>]*(zoom\.us\/|zoomgov\.com\/|teams\.microsoft\.com\/|teams\.live\.com\/|meet\.google\.com\/|webex\.com\/|whereby\.com\/|meet\.jit\.si\/|jitsi\.|chime\.aws\/|bluejeans\.com\/|gotomeet|goto\.com\/|meet\.goto|around\.co\/|bigbluebutton|\/bbb\/|livestorm\.co\/|skype\.com\/)/i;

/** Whether an event has a call link: a property made for it, or a known service's address in its texts. */
export function hasConference(event: Properties): boolean {
  const links = [
    'X-GOOGLE-CONFERENCE',
    'CONFERENCE',
    'X-MICROSOFT-SKYPETEAMSMEETINGURL',
    'X-MICROSOFT-ONLINEMEETINGEXTERNALLINK',
  ];
  if (links.some((name) => textOf(event.first(name)) !== '')) return true;
  return ['LOCATION', 'DESCRIPTION', 'URL'].some((name) => MEETING_URL.test(textOf(event.first(name))));
}
