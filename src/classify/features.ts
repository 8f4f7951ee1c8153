import { type Add, craftFeatures } from './craft-features.ts';
import type { EventFacts } from './event-facts.ts';
import type { FeatureGroup } from './feature-group.ts';
import { type Lexicon, type Shape, type Subject, shapeOf, subjectOf } from './subject.ts';
import { bucketOf, CJK, normalized, wordsOf } from './text.ts';

/** Called once for each feature: its hash bucket, its group, and the words it stands for, where it has some. */
export type Emit = (bucket: number, group: FeatureGroup, words: string, weight: number) => void;

const NAME_PAIR =
  /^\s*(?:(?:0:0|0on0|0x0|0-0|0a0)\s*[-:–]?\s*)?[\p{Lu}][\p{L}'’.-]*\s*(?:\/|<>|<->|\+|&|\||x|×|[-–]|and|und|et|y|e)\s*[\p{Lu}][\p{L}'’.-]*\s*$/u;
const SINGLE_WORD = /^\s*[\p{L}\p{M}]+\s*[.!?]?\s*$/u;

/** Emits every feature of an event. The same event gives the same features in the same order. */
export function features(facts: EventFacts, emit: Emit, lexicon: Lexicon): void {
  textFeatures(facts.title, 'title', emit);
  if (facts.description) textFeatures(facts.description.slice(0, 400), 'description', emit);
  signalFeatures(facts, emit);
  crossedFeatures(facts, emit, lexicon);
}

function textFeatures(raw: string, group: 'title' | 'description', emit: Emit): void {
  const t = group === 'title' ? '' : 'd ';
  const add = (name: string, words: string, weight = 1): void =>
    emit(bucketOf(t + name), group, words, weight);
  const text = normalized(raw);
  const words = wordsOf(text);
  if (words.length === 0) add('empty', '', 1);
  if (group === 'title') {
    if (NAME_PAIR.test(raw)) add('name pair', raw.trim(), 1.5);
    if (SINGLE_WORD.test(raw)) add('one word', '', 1);
    if (/[?？]|(?:か|吗|嗎|呢)$/.test(raw)) add('question', '', 1);
    if (/(?<!\d)20[2-4]\d(?!\d)/.test(raw)) add('a year', '', 0.7);
    if (/^\p{Lu}[\p{L}'’-]+$/u.test(raw.trim()) && raw.length < 12) add('one capitalised word', '', 0.5);
    add(`words ${Math.min(8, words.length)}`, '', 0.5);
  }
  let last = '^';
  let before = '^';
  for (const [i, word] of words.entries()) {
    if (CJK.test(word)) {
      characters(word, add);
    } else {
      add(`w ${word}`, word, 1);
      grams(word, add);
      if (i === 0) add(`first ${word}`, word, 0.7);
      if (i === words.length - 1) add(`last ${word}`, word, 0.7);
    }
    add(`b ${last} ${word}`, last === '^' ? word : `${last} ${word}`, 1);
    if (before !== '^' || last !== '^')
      add(`s ${before} ${word}`, `${before} ${word}`.replace('^ ', ''), 0.5);
    before = last;
    last = word;
  }
  if (group === 'title') {
    add(`b ${last} $`, last === '^' ? '' : last, 0.5);
    // Pairs of words anywhere decide the traps: which review, which budget.
    const few = words.slice(0, 7);
    for (let i = 0; i < few.length; i++) {
      for (let j = i + 2; j < few.length; j++) add(`p ${few[i]} ${few[j]}`, `${few[i]} ${few[j]}`, 0.35);
    }
    // What stands before a colon or dash names the thing; what follows, its subject.
    const parts = text.split(/[:–—|/(]| - /).map((part) => wordsOf(part));
    if (parts.length > 1) {
      for (const word of parts[0] ?? []) add(`head ${word}`, word, 0.6);
      for (const word of parts.slice(1).flat()) add(`tail ${word}`, word, 0.4);
    }
  }
}

/** Character n-grams of a word within its borders: endings, compounds, typos. */
function grams(word: string, add: (name: string, words: string, weight?: number) => void): void {
  const bordered = `<${word}>`;
  for (let size = 3; size <= 5; size++) {
    for (let i = 0; i + size <= bordered.length; i++) add(`g ${bordered.slice(i, i + size)}`, word, 0.3);
  }
}

/** Chinese and Japanese have no spaces: one, two and three characters stand for words. */
function characters(run: string, add: (name: string, words: string, weight?: number) => void): void {
  for (let i = 0; i < run.length; i++) {
    add(`c ${run.slice(i, i + 1)}`, run, 0.5);
    if (i + 2 <= run.length) add(`c ${run.slice(i, i + 2)}`, run.slice(i, i + 2), 1);
    if (i + 3 <= run.length) add(`c ${run.slice(i, i + 3)}`, run.slice(i, i + 3), 0.8);
    if (i + 4 <= run.length) add(`c ${run.slice(i, i + 4)}`, run.slice(i, i + 4), 0.6);
  }
  add(`run ${run}`, run, 0.7);
  add(`ends ${run.slice(-2)}`, run.slice(-2), 0.7);
  add(`begins ${run.slice(0, 2)}`, run.slice(0, 2), 0.5);
}

function signalFeatures(facts: EventFacts, emit: Emit): void {
  const { attendees, recurring, durationMinutes: minutes } = facts;
  const add = (name: string, group: FeatureGroup, weight = 1): void =>
    emit(bucketOf(`signal ${name}`), group, '', weight);
  const size = attendees === undefined ? 'unknown' : peopleBucket(attendees);
  if (attendees !== undefined) add(`people ${size}`, 'people');
  if (facts.organizerIsSelf !== undefined) add(`self ${facts.organizerIsSelf} ${size}`, 'organizer', 0.5);
  if (recurring) {
    add(`recurring ${recurring}`, 'recurring');
    add(`recurring ${recurring} ${size}`, 'recurring');
  }
  if (minutes !== undefined && !facts.allDay) {
    const length = lengthBucket(minutes);
    add(`length ${length}`, 'length', 0.7);
    add(`length ${length} ${size}`, 'length', 0.7);
  }
  if (facts.hasConference !== undefined) add(`conference ${facts.hasConference} ${size}`, 'conference', 0.7);
  if (facts.allDay) add('all day', 'all-day');
  if (facts.transparency === 'transparent') add('free', 'free');
  if (facts.location) add('place', 'place', 0.5);
  if (facts.rooms) add('room', 'room', 0.5);
  if (facts.eventType && facts.eventType !== 'default') add(`type ${facts.eventType}`, 'all-day');
}

/**
 * What the same words mean to another number of people and to another craft, and how much of a title is known at all:
 * words that are not known are far more often a trade's own than management's, which speaks the same few everywhere.
 */
function crossedFeatures(facts: EventFacts, emit: Emit, lexicon: Lexicon): void {
  const subject = subjectOf(facts, lexicon);
  const shape = shapeOf(facts);
  const add: Add = (name, group, weight, words = '') => emit(bucketOf(name), group, words, weight);
  add(`unknown ${subject.novelty}`, 'title', 0.7);
  conceptFeatures(subject, add);
  if (shape.crowd !== '?') crowdFeatures(subject, shape, add);
  if (facts.craft !== undefined) craftFeatures(facts.craft, subject, shape, add);
}

function conceptFeatures({ concepts, described }: Subject, add: Add): void {
  for (const [i, { id, word }] of concepts.entries()) {
    add(`concept ${id}`, 'title', 1, word);
    for (const other of concepts.slice(i + 1))
      add(`concepts ${Math.min(id, other.id)} ${Math.max(id, other.id)}`, 'title', 0.5, word);
  }
  for (const { id, word } of described) {
    add(`concept ${id}`, 'description', 0.4, word);
    add(`d concept ${id}`, 'description', 0.7, word);
  }
}

function crowdFeatures(
  { terms, concepts, novelty }: Subject,
  { crowd, length, rhythm }: Shape,
  add: Add,
): void {
  const size = crowd === 'few' || crowd === 'many' ? 'more' : crowd;
  for (const { id, word } of concepts) add(`x concept ${size} ${id}`, 'title', 0.7, word);
  add(`unknown ${novelty} ${crowd}`, 'people', 0.7);
  add(`unknown ${novelty} ${crowd} ${length} ${rhythm}`, 'length', 0.5);
  add(`shape ${crowd} ${length} ${rhythm}`, 'length', 0.7);
  // The same word means another thing to one person than to a room.
  for (const term of terms) add(`x ${size} ${term}`, 'title', 0.5, term);
}

function peopleBucket(people: number): string {
  for (const upTo of [1, 2, 3, 5, 8, 14, 24, 49]) if (people <= upTo) return String(upTo);
  return 'many';
}

function lengthBucket(minutes: number): string {
  for (const upTo of [15, 30, 45, 60, 90, 120, 180, 240, 480]) if (minutes <= upTo) return String(upTo);
  return 'long';
}
