import { ACTIVITIES, type Activity, SIDE, type Side } from '../calendar/activity.ts';
import type { Correction, Rule, Verdict } from '../calendar/correction.ts';
import type { Craft } from '../calendar/craft.ts';
import type { Classification, Reason } from '../calendar/label.ts';
import type { Occurrence } from '../calendar/occurrence.ts';
import type { Calendar } from '../calendar/source.ts';
import { fillsDays, readDay, toldDay } from './all-day/day-label.ts';
import type { DayReader } from './all-day/day-taken.ts';
import { BoundedCache } from './bounded-cache.ts';
import { type EventFacts, factsOf } from './event-facts.ts';
import { hashtagOf } from './hashtags.ts';
import { type Lesson, lessonsFrom } from './learn.ts';
import type { Model } from './model-format.ts';
import { type Prediction, predict, reasonsOf } from './predict.ts';
import { remembered } from './remembered.ts';
import { ruleMatches } from './rule-match.ts';
import { saidByTitle } from './said-by-title.ts';
import { normalized, termsOf, wordsOf } from './text.ts';
import { descriptionMark, titleKey } from './title-key.ts';

/** The user's own word is sure; what the calendar itself says is nearly so. */
const TOLD = 1;
const SAID_BY_CALENDAR = 0.98;
/** Below this the default of a calendar, where the user set one, goes before the model. */
const DEFAULT_BELOW = 0.75;
/** Confidence of a calendar's default: the user meant the calendar, not each entry in it. */
const BY_DEFAULT = 0.85;
/** The user said it of words, not of each entry that holds them. */
const BY_CRAFT_WORDS = 0.95;
const CJK = /[\u3040-\u30ff\u3400-\u9fff]/;
const KNOWS_NOTHING = 0.4;
/** A title of unknown words alone is asked: what an unknown word means depends on the craft. */
const KNOWS_NO_WORD = 0.7;
/** Labels kept in the cache of one classifier. */
const CACHE_SIZE = 40_000;

export interface ClassifierOptions {
  readonly model: Model;
  readonly corrections: readonly Correction[];
  /** In the order in which they are tried. */
  readonly rules: readonly Rule[];
  readonly calendars: readonly Calendar[];
  /** Lower case. */
  readonly ownAddresses: readonly string[];
  /** The user's IANA zone. */
  readonly zone: string;
  /** The user's craft: what counts as craft depends on it. */
  readonly craft?: Craft | undefined;
  /** Words of titles that are craft to the user, whatever else they mean. */
  readonly craftWords?: readonly string[];
  /** ISO code of the country whose public holidays are the user's. */
  readonly country?: string | undefined;
  /** How the user is called, so that "Ana Silva - Vacation" is told from a colleague's. */
  readonly ownNames?: readonly string[];
}

export interface Classifier {
  classify(occurrence: Occurrence): Classification;
  /** The same for plain facts, as `craftweek classify` reads them. */
  classifyFacts(facts: EventFacts): Classification;
}

/**
 * A classifier for one user. What decides, in this order: a hashtag, the user's corrections (this occurrence, its
 * series, its title; the newest of each), the user's rules, what the calendar says (event type), then the model with
 * what it learnt from the corrections, or the calendar's default where the model is unsure.
 */
export function createClassifier(options: ClassifierOptions): Classifier {
  const byOccurrence = new Map<string, Verdict>();
  const bySeries = new Map<string, Verdict>();
  const byTitle = new Map<string, readonly { verdict: Verdict; described: string | undefined }[]>();
  /** The newest correction of the title that is not of another description. */
  const titled = (title: string, description: string | undefined): Verdict | undefined => {
    const made = byTitle.size > 0 ? byTitle.get(titleKey(title)) : undefined;
    return made?.findLast(
      ({ described }) => described === undefined || described === descriptionMark(description),
    )?.verdict;
  };
  for (const { scope, verdict, example } of [...options.corrections].sort((a, b) => a.madeMs - b.madeMs)) {
    if (scope.kind === 'occurrence') byOccurrence.set(scope.key, verdict);
    else if (scope.kind === 'series') bySeries.set(scope.uid, verdict);
    else
      byTitle.set(titleKey(scope.title), [
        ...(byTitle.get(titleKey(scope.title)) ?? []),
        { verdict, described: example.described },
      ]);
  }
  const calendars = new Map(options.calendars.map((c) => [`${c.sourceId}\u001f${c.id}`, c]));
  const ownDomains = new Set(options.ownAddresses.map((a) => a.split('@')[1] ?? ''));
  const model: Model = { ...options.model, conceptsOf: remembered(options.model.conceptsOf) };
  const lesson = lessonsFrom(model, options.corrections);
  const cache = new BoundedCache<Classification>(CACHE_SIZE);

  const ownNames = [
    ...(options.ownNames ?? []),
    ...options.ownAddresses.map((address) => (address.split('@')[0] ?? '').replace(/[._-]+/g, ' ')),
  ];
  const readerFor = (facts: EventFacts): DayReader => {
    const country = facts.country ?? options.country;
    return country === undefined ? { ownNames } : { country, ownNames };
  };

  const craftWords = (options.craftWords ?? []).map((words) => ({ words, key: titleKey(words) }));
  /** Craft, where the title holds words of which the user said so. */
  const byCraftWords = (facts: EventFacts): Classification | null => {
    const title = craftWords.length > 0 ? ` ${titleKey(facts.title)} ` : '';
    const found = craftWords.find(({ key, words }) =>
      CJK.test(words) ? title.includes(key) : title.includes(` ${key} `),
    );
    if (!found) return null;
    const { activity } = predict(model, facts, undefined, 'craft');
    return decided(activity, BY_CRAFT_WORDS, { code: 'craft-words', values: { words: found.words } });
  };

  const byModel = (facts: EventFacts, fallback?: Calendar): Classification => {
    const id = cacheKey(facts, fallback);
    const known = cache.get(id);
    if (known) return known;
    const made = saidByTitle(facts, (as) => {
      const guessed = byCraftWords(as) ?? modelled(model, as, lesson, fallback);
      return fillsDays(as) ? readDay(guessed, as, readerFor(as)) : guessed;
    });
    cache.set(id, made);
    return made;
  };
  const told = (facts: EventFacts, verdict: Verdict, reason: Reason): Classification =>
    toldDay(decided(verdict, TOLD, reason), facts, readerFor(facts));

  /** What the user's own hand says of an occurrence: corrections, then rules. */
  const byHand = (
    o: Occurrence,
    calendar: Calendar | undefined,
  ): { verdict: Verdict; reason: Reason } | null => {
    const corrected: readonly (readonly [string, Verdict | undefined])[] = [
      ['correction-occurrence', byOccurrence.get(o.key)],
      ['correction-series', bySeries.get(o.uid)],
      ['correction-title', titled(o.title, o.description)],
    ];
    for (const [code, verdict] of corrected) if (verdict) return { verdict, reason: { code, values: {} } };
    const rule = options.rules.find((r) => ruleMatches(r, o, calendar));
    return rule ? { verdict: rule.verdict, reason: { code: 'rule', values: { value: rule.value } } } : null;
  };

  return {
    classify(o) {
      const tagged = toldBy(model, o.title, o.description);
      const calendar = calendars.get(`${o.sourceId}\u001f${o.calendarId}`);
      const facts = (): EventFacts => ({
        ...factsOf(o, outsideOf(o, ownDomains)),
        ...(options.craft === undefined ? {} : { craft: options.craft }),
      });
      if (tagged) return toldDay(tagged(facts()), facts(), readerFor({ title: '' }));
      const hand = byHand(o, calendar);
      if (hand) return told(facts(), hand.verdict, hand.reason);
      const said = bySource(o.eventType, facts(), readerFor({ title: '' }));
      return said ?? byModel(facts(), calendar?.defaultActivity ? calendar : undefined);
    },
    classifyFacts(given) {
      const facts =
        given.craft === undefined && options.craft !== undefined ? { ...given, craft: options.craft } : given;
      const tagged = toldBy(model, facts.title, facts.description);
      if (tagged) return toldDay(tagged(facts), facts, readerFor(facts));
      const verdict = titled(facts.title, facts.description);
      if (verdict) return told(facts, verdict, { code: 'correction-title', values: {} });
      return bySource(facts.eventType ?? 'default', facts, readerFor(facts)) ?? byModel(facts);
    },
  };
}

/** The answer of a hashtag, or null. A side's tag leaves the activity to the model. */
function toldBy(
  model: Model,
  title: string,
  description = '',
): ((facts: EventFacts) => Classification) | null {
  if (!title.includes('#') && !title.includes('＃') && !/[#＃]/.test(description)) return null;
  const found = hashtagOf(title, description);
  if (!found) return null;
  const reason: Reason = { code: 'hashtag', values: { tag: found.tag } };
  return (facts) => {
    const { verdict } = found;
    if (verdict === 'craft' || verdict === 'management' || verdict === 'neither') {
      return decided(predict(model, facts, undefined, verdict as Side).activity, TOLD, reason);
    }
    return decided(verdict, TOLD, reason);
  };
}

function decided(verdict: Verdict, confidence: number, reason: Reason): Classification {
  // What is left out keeps an activity for the lists; it counts nowhere.
  const activity: Activity = verdict === 'ignore' ? 'personal' : verdict;
  return { activity, side: SIDE[activity], confidence, reasons: [reason], ignored: verdict === 'ignore' };
}

/** What the calendar's own event type settles. */
function bySource(
  eventType: Occurrence['eventType'],
  facts: EventFacts,
  reader: DayReader,
): Classification | null {
  const reason: Reason = { code: 'event-type', values: { type: eventType } };
  switch (eventType) {
    case 'focusTime':
      return toldDay(decided('deep-work', SAID_BY_CALENDAR, reason), facts, reader);
    case 'outOfOffice':
      return toldDay(decided('absence', SAID_BY_CALENDAR, reason), facts, reader);
    case 'workingLocation':
    case 'birthday':
      return toldDay(decided('personal', SAID_BY_CALENDAR, reason), facts, reader);
    case 'fromGmail':
    case 'default':
      return null;
    default:
      return eventType satisfies never;
  }
}

function modelled(
  model: Model,
  facts: EventFacts,
  lesson: Lesson | null,
  fallback: Calendar | undefined,
): Classification {
  const prediction = sobered(predict(model, facts, lesson?.bonus), facts, model);
  if (fallback?.defaultActivity && prediction.confidence < DEFAULT_BELOW) {
    return decided(fallback.defaultActivity, BY_DEFAULT, {
      code: 'calendar-default',
      values: { name: fallback.name },
    });
  }
  const similar = lesson?.taughtBy(facts, ACTIVITIES.indexOf(prediction.activity));
  const reasons = reasonsOf(model, prediction, facts);
  return {
    activity: prediction.activity,
    side: prediction.side,
    confidence: prediction.confidence,
    reasons: similar ? [{ code: 'similar-corrections', values: { title: similar } }, ...reasons] : reasons,
    ignored: false,
  };
}

/** An empty title says nothing, and unknown words little to whom has not said the craft: the model must not be sure. */
function sobered(prediction: Prediction, facts: EventFacts, model: Model): Prediction {
  const text = facts.title + (facts.description ?? '');
  const most = !/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text)
    ? KNOWS_NOTHING
    : facts.craft === undefined && !facts.description && !knowsAWordOf(model, facts.title)
      ? KNOWS_NO_WORD
      : 1;
  return { ...prediction, confidence: Math.min(prediction.confidence, most) };
}

function knowsAWordOf(model: Model, title: string): boolean {
  const text = normalized(title);
  const words = wordsOf(text);
  return termsOf(words).some((term) => model.knowsTerm(term)) || model.conceptsOf(text, words).length > 0;
}

function outsideOf(o: Occurrence, ownDomains: ReadonlySet<string>): { outside?: boolean } {
  if (ownDomains.size === 0 || o.attendees.length === 0) return {};
  return {
    outside: o.attendees.some((a) => a.email.includes('@') && !ownDomains.has(a.email.split('@')[1] ?? '')),
  };
}

function cacheKey(f: EventFacts, fallback: Calendar | undefined): string {
  return [
    f.title,
    f.description,
    f.attendees,
    f.organizerIsSelf,
    f.recurring,
    f.durationMinutes,
    f.hasConference,
    f.eventType,
    f.transparency,
    f.allDay,
    f.location ? 1 : 0,
    f.rooms,
    f.craft,
    f.country,
    f.responseStatus,
    fallback?.id,
  ].join('\u001f');
}
