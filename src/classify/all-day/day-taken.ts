import {
  HOLIDAY_COUNTRIES,
  type HolidayReach,
  holidayAnywhere,
  holidayNamed,
} from '../../calendar/holidays/holidays.ts';
import type { EventFacts } from '../event-facts.ts';
import { isCancelledTitle } from '../holds.ts';
import { normalized } from '../text.ts';
import { describedAs, namesARegion } from './described.ts';
import { CLOSED, EARLIER_HALF, HALF_DAY, LEAVE_WORDS } from './leave-words.ts';
import {
  ABOUT_LEAVE,
  CAME_TO_NOTHING,
  NOT_THE_FIRM,
  SCHOOLS_AND_COURTS,
  WORKS_ALL_THE_SAME,
} from './not-leave.ts';
import { isSomebodyElses, residueOf } from './somebody-else.ts';

/** Whose country and name all-day entries are read for. */
export interface DayReader {
  /** ISO code; unknown where absent. */
  readonly country?: string;
  /** The user's own names, for entries such as "Ana Silva - Vacation". */
  readonly ownNames?: readonly string[];
}

/** Whether an all-day entry takes the day, and what that rests on. */
export interface DayTaken {
  /** Part of the day's working time. */
  readonly takes: 0 | 0.5 | 1;
  /** Which half a half day is. */
  readonly half?: 'earlier' | 'later';
  /** Nothing settles it: to be asked, and until then nothing is taken away. */
  readonly unsure: boolean;
  readonly because:
    | 'own-leave'
    | 'half-day'
    | 'public-holiday'
    | 'closed'
    | 'regional-holiday'
    | 'somebody-else'
    | 'about-leave'
    | 'nothing-says-so';
}

const settled = (takes: DayTaken['takes'], because: DayTaken['because']): DayTaken => ({
  takes,
  unsure: false,
  because,
});
const unsure = (because: DayTaken['because']): DayTaken => ({ takes: 0, unsure: true, because });

/** Words left over, beside those of leave, with which an entry may still be the user's own leave. */
const MOST_WORDS_BESIDE = 3;

/**
 * Whether an all-day entry takes the user's day: by what it says, never by the model (labels.md, all-day entries).
 */
export function dayTaken(facts: EventFacts, reader: DayReader): DayTaken {
  const raw = facts.title.trim();
  const text = withoutMarks(normalized(raw));
  const more = normalized(facts.description ?? '').slice(0, 300);
  if (facts.responseStatus === 'declined' || isCancelledTitle(raw) || CAME_TO_NOTHING.test(text))
    return settled(0, 'about-leave');
  if (facts.eventType === 'workingLocation' || facts.eventType === 'birthday')
    return settled(0, 'nothing-says-so');
  if (WORKS_ALL_THE_SAME.test(raw) || WORKS_ALL_THE_SAME.test(text)) return settled(0, 'nothing-says-so');
  const holiday = byHoliday(raw, facts.description ?? '', reader.country);
  if (holiday) return holiday;
  return byWords(raw, text, more, facts, reader) ?? settled(0, 'nothing-says-so');
}

/** Signs and brackets that holiday calendars and people put around a name. */
function bare(name: string): string {
  return name
    .replace(
      /\s*[([（【［](?:substitute(?: day)?|observed|in lieu|day in lieu|additional.*|holiday|休|休日|休み|放假|public holiday|bank holiday|national holiday|feiertag|gesetzlicher feiertag|feriado|festivo|férié|ferie|geschlossen|closed|office closed|off|[A-Z]{2,3}|US|USA|UK|Deutschland|Österreich|Schweiz|France|España|Brasil|Italia|Polska|日本|振替休日|补休|regional holiday|today|tomorrow)[)\]）】］]/giu,
      '',
    )
    .replace(
      /^(?:public holiday|bank holiday|holiday|feiertag|gesetzlicher feiertag|feriado(?: nacional)?|festivo|jour férié|férié|festa|feestdag|święto|祝日)\s*[:：–—-]\s*/iu,
      '',
    )
    .replace(
      /\s*(?:[:：–—-]\s*)?(?:\b(?:observed|public holiday|bank holiday|holiday|feiertag|feriado(?: nacional)?|férié|festivo|feestdag|off|frei|libre|folga|wolne|closed|office closed|geschlossen|fermé|cerrado|fechado|chiuso|gesloten|zamknięte)|放假|假期|休み|休)\s*$/iu,
      '',
    )
    .replace(/(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\uFE0F)/gu, '')
    .replace(/\s*[([](?:\d{1,2}\.?\s*\p{L}+|\p{L}+ \d{1,2}|\d[\d./-]*)[)\]]$/u, '')
    .replace(/\s+20\d\d$/u, '')
    .trim();
}

/** Whether the words around a holiday's name say that one is off: the name alone does not always. */
const SAYS_OFF =
  /(?<![\p{L}])(?:off|closed|bank holiday|public holiday|feiertag|inhábil|descanso|libero|frei|geschlossen|férié|fermé|libre|festivo|feriado|cerrado|folga|fechado|chiuso|festa|vrij|gesloten|wolne|zamknięte)(?![\p{L}])|休|放假/iu;

/**
 * The name of the day in a title: the title itself, without signs round it, without a date before it, or what stands
 * before a comma, dash or bracket where the rest says that one is off.
 */
function nameIn(raw: string, reachOf: (named: string) => HolidayReach | null): string {
  const undated = raw.replace(/^\d{1,2}\s*[.°º]?\s+(?:de |di )?\p{L}+\s+(?=\p{L})/u, '');
  const [first = ''] = raw.split(/\s*[([（,，:–—]|\s-\s/u);
  const shorter = SAYS_OFF.test(raw.slice(first.length)) ? [first] : [];
  return [raw, bare(raw), undated, bare(undated), ...shorter].find((n) => reachOf(n) !== null) ?? bare(raw);
}

function byHoliday(raw: string, description: string, country: string | undefined): DayTaken | null {
  const described = describedAs(description);
  if (described === 'observance') return settled(0, 'nothing-says-so');
  const reachOf = (named: string): HolidayReach | null =>
    country === undefined || !HOLIDAY_COUNTRIES.includes(country)
      ? holidayAnywhere(named)
      : holidayNamed(named, country);
  const name = nameIn(raw, reachOf);
  const reach = reachOf(name);
  if (described === 'holiday') {
    const region = reach === 'partly' && country !== undefined;
    return region || namesARegion(description) || namesARegion(raw)
      ? unsure('regional-holiday')
      : settled(1, 'public-holiday');
  }
  if (reach === null) return null;
  if (reach === 'off') return settled(1, 'public-holiday');
  return name !== raw && SAYS_OFF.test(raw) ? settled(1, 'public-holiday') : unsure('regional-holiday');
}

/** Without the zone's noise: emoji and doubled spaces. */
function withoutMarks(text: string): string {
  return text
    .replace(/(?:\p{Extended_Pictographic}|\uFE0F)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: an ordered list of what settles a day, to be read from top to bottom.
function byWords(
  raw: string,
  text: string,
  description: string,
  facts: EventFacts,
  reader: DayReader,
): DayTaken | null {
  const closed = CLOSED.test(text);
  const leave = new RegExp(LEAVE_WORDS.source, 'u').test(text);
  const told = closed || leave;
  const outOfOffice = facts.eventType === 'outOfOffice';
  const onlyDescribed =
    !told &&
    description !== '' &&
    new RegExp(LEAVE_WORDS.source, 'u').test(description) &&
    (isBareTitle(text) || isLeaveAlone(description));
  if (!told && !outOfOffice && !onlyDescribed) {
    return ALONE_HALF.test(text) && !ABOUT_LEAVE.test(text)
      ? {
          takes: 0.5,
          half: EARLIER_HALF.test(text) ? 'earlier' : 'later',
          unsure: false,
          because: 'half-day',
        }
      : null;
  }
  const subject = onlyDescribed ? description : text;
  if (ABOUT_LEAVE.test(subject.replace(/^[^:]*\bapproved\b:?/u, '')))
    return outOfOffice && !told ? settled(1, 'own-leave') : settled(0, 'about-leave');
  if (SCHOOLS_AND_COURTS.test(`${text} ${description}`) || (closed && NOT_THE_FIRM.test(text)))
    return settled(0, 'nothing-says-so');
  const ownNames = (reader.ownNames ?? []).map(normalized);
  if (!outOfOffice && !closed && ((facts.attendees ?? 1) > 2 || isSomebodyElses(raw, text, ownNames)))
    return settled(0, 'somebody-else');
  if (HALF_DAY.test(subject) || partOfADay(raw) || HALF_DAY.test(description)) {
    const half = EARLIER_HALF.test(`${subject} ${description}`) ? 'earlier' : 'later';
    return { takes: 0.5, half, unsure: false, because: 'half-day' };
  }
  if (closed) return settled(1, 'closed');
  if (outOfOffice) return settled(1, 'own-leave');
  return residueOf(subject).length <= MOST_WORDS_BESIDE ? settled(1, 'own-leave') : unsure('own-leave');
}

/** A half day that says so without a word of leave. */
const ALONE_HALF =
  /^(?:(?:flex |comp )?half[- ]?day|halber tag|frei(?:nach|vor)mittag|demi[- ]journee|media jornada|meio[- ]periodo|meio expediente|mezza giornata|halve dag|pol dnia|(?:manha|tarde) livre|(?:manana|tarde) libre)(?![\p{L}])|半休|^半天|^半日/u;

/** A description of nothing but words of leave. */
function isLeaveAlone(description: string): boolean {
  return description.split(' ').length <= 4 && residueOf(description).length === 0;
}

/** Titles that say nothing by themselves, so that the description is asked. */
function isBareTitle(text: string): boolean {
  return /^(?:hold|block(?:ed|er)?|placeholder|blocker|geblockt|private?|privat|busy|off|n\/a|tbd|-+|\.+|me|ich|moi|yo|eu|io|ik|ja|我|私)(?: 0+)?$/u.test(
    text,
  );
}

/** Hours from which on a day is a whole one. */
const WHOLE_DAY_HOURS = 7;

/** "PTO (4h)": hours that are fewer than a day's. */
function partOfADay(raw: string): boolean {
  const [, hours] =
    /(?<!\d)(\d{1,2}(?:[.,]\d)?) ?(?:h|hrs?|hours?|std\.?|stunden|heures?|horas?|ore|uur|godz\.?|時間|小时)(?![\p{L}\d])/iu.exec(
      raw,
    ) ?? [];
  return hours !== undefined && Number(hours.replace(',', '.')) < WHOLE_DAY_HOURS;
}
