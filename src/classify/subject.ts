import { GIVEN_NAMES } from './all-day/given-names.ts';
import type { Concept, ConceptFinder } from './concepts.ts';
import type { EventFacts } from './event-facts.ts';
import { bucketOfTerm, normalized, termsOf, wordsOf } from './text.ts';

/** What is known of words before an event is looked at. */
export interface Lexicon {
  /** Whether the model knows a bucket: how many words of a title it does not know is a sign by itself. */
  readonly knows: (bucket: number) => boolean;
  readonly conceptsOf: ConceptFinder;
}

/** How an event is held, as far as it is known: alone or with how many, how long, how often. */
export interface Shape {
  readonly crowd: string;
  readonly length: string;
  readonly rhythm: string;
}

/** The shape of an event; `?` stands for what is not known. */
export function shapeOf({ attendees, durationMinutes, recurring }: EventFacts): Shape {
  const crowd =
    attendees === undefined
      ? '?'
      : attendees <= 1
        ? 'alone'
        : attendees === 2
          ? 'two'
          : attendees <= 5
            ? 'few'
            : 'many';
  const length =
    durationMinutes === undefined
      ? '?'
      : durationMinutes <= 30
        ? '30'
        : durationMinutes <= 60
          ? '60'
          : durationMinutes <= 120
            ? '120'
            : 'long';
  const rhythm = recurring === undefined ? '?' : recurring;
  return { crowd, length, rhythm };
}

/** Most concepts of a text that are looked at. */
const MOST_CONCEPTS = 8;
/** Most terms of a title that are crossed. */
const MOST_TERMS = 12;

/** What is crossed with the crowd and the craft: the terms and concepts of a title, and those of a description. */
export interface Subject {
  readonly terms: readonly string[];
  readonly concepts: readonly Concept[];
  readonly described: readonly Concept[];
  /** How much of the title is unknown, and how much of it is names. */
  readonly novelty: string;
}

/** What an event is about, by its title and the beginning of its description. */
export function subjectOf(facts: EventFacts, { knows, conceptsOf }: Lexicon): Subject {
  const title = normalized(facts.title);
  const words = wordsOf(title);
  const terms = termsOf(words).slice(0, MOST_TERMS);
  const told = facts.description ? normalized(facts.description.slice(0, 400)) : '';
  return {
    terms,
    concepts: conceptsOf(title, words).slice(0, MOST_CONCEPTS),
    described: told === '' ? [] : conceptsOf(told, wordsOf(told)).slice(0, MOST_CONCEPTS),
    novelty: noveltyOf(terms, knows),
  };
}

function noveltyOf(terms: readonly string[], knows: (bucket: number) => boolean): string {
  const counted = terms.filter((term) => /\p{L}/u.test(term));
  const names = counted.filter((term) => GIVEN_NAMES.has(term));
  const unknown = counted.filter((term) => !GIVEN_NAMES.has(term) && !knows(bucketOfTerm(term))).length;
  const named = names.length === 0 ? '' : names.length === counted.length ? ' named' : ' name';
  if (counted.length === 0) return 'none';
  const share =
    unknown === 0 ? '0' : unknown * 2 < counted.length ? 'some' : unknown < counted.length ? 'most' : 'all';
  return `${share}${named}`;
}
