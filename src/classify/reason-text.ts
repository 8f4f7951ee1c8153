import type { Reason } from '../calendar/label.ts';

/** A reason in English, for the terminal; pages word them from their message files (`reason_<code>`). */
export function reasonText({ code, values }: Reason): string {
  const value = (name: string): string => String(values[name] ?? '');
  switch (code) {
    case 'title-words':
      return `"${value('words')}" in the title`;
    case 'description-words':
      return `"${value('words')}" in the description`;
    case 'people':
      return value('count') === '2' ? 'two people' : `${value('count')} people`;
    case 'alone':
      return 'nobody else';
    case 'recurring':
      return (
        { daily: 'every day', weekly: 'every week', biweekly: 'every two weeks', monthly: 'every month' }[
          value('rhythm')
        ] ?? 'recurring'
      );
    case 'event-type':
      return `the calendar says ${value('type')}`;
    case 'hashtag':
      return `${value('tag')} in the text`;
    case 'correction-occurrence':
      return 'you said so of this event';
    case 'correction-series':
      return 'you said so of its series';
    case 'correction-title':
      return 'you said so of this title';
    case 'similar-corrections':
      return `you corrected "${value('title')}", which looks like it`;
    case 'rule':
      return `your rule for "${value('value')}"`;
    case 'calendar-default':
      return `the default of the calendar ${value('name')}`;
    case 'conference':
      return 'a call link';
    case 'place':
      return 'a place';
    case 'room':
      return 'a room';
    case 'length':
      return `${value('minutes')} minutes long`;
    case 'all-day':
      return 'all day';
    case 'organizer-self':
      return 'you organise it';
    case 'organizer-other':
      return 'somebody else organises it';
    case 'own-leave':
      return 'it says that you are off';
    case 'half-day':
      return 'it says half a day';
    case 'public-holiday':
      return 'a public holiday';
    case 'closed':
      return 'it says that the firm is closed';
    case 'regional-holiday':
      return 'a holiday that only some have';
    case 'somebody-else':
      return "somebody else's absence";
    case 'hold':
      return 'it only reserves time';
    case 'about-leave':
      return 'about time off, not time off itself';
    case 'craft':
      return `your craft is ${value('craft')}`;
    case 'craft-words':
      return `"${value('words')}" is craft to you`;
    default:
      return 'nothing decides it clearly';
  }
}
