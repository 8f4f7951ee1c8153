/** Finds the concepts of a text: words of ten languages that mean the same, told by one id each. */
export type ConceptFinder = (text: string, words: readonly string[]) => readonly Concept[];

export interface Concept {
  readonly id: number;
  /** The word that stands for it. */
  readonly word: string;
  /** The crafts that do it; none for what all speak of. */
  readonly crafts: readonly string[];
}

const CJK = /[\u3040-\u30ff\u3400-\u9fff]/;
/** Longest run of Chinese or Japanese characters that a concept is spelled with. */
const LONGEST_RUN = 5;
/** Shorter stems stand for whole words only. */
const SHORTEST_STEM = 4;

interface Lexicon {
  readonly stems: Map<string, number[]>;
  readonly endings: Map<string, number[]>;
  readonly whole: Map<string, number[]>;
  readonly runs: Map<string, number[]>;
  /** With the letters that each begins with, so that most texts are spared the pattern. */
  readonly phrases: (readonly [begins: string, RegExp, id: number])[];
}

/**
 * Reads a table of concepts: a line each, `name: stems`, or `name @craft,craft: stems` for what is an act of those crafts. A stem is the beginning of words; `=` before it stands for a
 * whole word, `*` before it for an ending, `\ ` for a space inside a phrase, brackets for alternatives. Stems of
 * fewer than four letters without a `*` behind them are whole words.
 */
export function conceptFinder(table: string): ConceptFinder {
  const lexicon: Lexicon = {
    stems: new Map(),
    endings: new Map(),
    whole: new Map(),
    runs: new Map(),
    phrases: [],
  };
  const craftsOf: (readonly string[])[] = [];
  for (const [id, line] of table.trim().split('\n').entries()) {
    craftsOf[id] = /^\w+ @([\w,-]+):/.exec(line)?.[1]?.split(',') ?? [];
    const terms = line
      .slice(line.indexOf(':') + 1)
      .trim()
      .split(/(?<!\\) +/);
    for (const term of new Set(terms)) learn(lexicon, term, id);
  }
  return (text, words) => {
    const found = new Map<number, string>();
    const add = (ids: readonly number[] | undefined, word: string): void => {
      for (const id of ids ?? []) if (!found.has(id)) found.set(id, word);
    };
    for (const word of words) {
      if (CJK.test(word)) {
        for (let i = 0; i < word.length; i++)
          for (let n = 1; n <= LONGEST_RUN && i + n <= word.length; n++)
            add(lexicon.runs.get(word.slice(i, i + n)), word.slice(i, i + n));
        continue;
      }
      add(lexicon.whole.get(word), word);
      for (let n = 2; n <= word.length; n++) add(lexicon.stems.get(word.slice(0, n)), word);
      for (let i = 1; i + 3 <= word.length; i++) add(lexicon.endings.get(word.slice(i)), word);
    }
    for (const [begins, phrase, id] of lexicon.phrases) {
      const match = found.has(id) || !text.includes(begins) ? null : phrase.exec(text);
      if (match) found.set(id, match[0].trim());
    }
    return [...found].map(([id, word]) => ({ id, word, crafts: craftsOf[id] ?? [] }));
  };
}

function learn(lexicon: Lexicon, term: string, id: number): void {
  const put = (map: Map<string, number[]>, key: string): void => {
    const ids = map.get(key);
    if (ids) ids.push(id);
    else map.set(key, [id]);
  };
  if (CJK.test(term)) put(lexicon.runs, term);
  else if (/[\\()./|'-]/.test(term)) {
    const source = term.replace(/\*/g, '\\p{L}*').replace(/\\ /g, ' ').replace(/\./g, '\\.');
    const [begins = ''] = /^[\p{L}\p{N}]*/u.exec(term) ?? [];
    lexicon.phrases.push([begins, new RegExp(`(?<![\\p{L}])${source}`, 'u'), id]);
  } else if (term.startsWith('=')) put(lexicon.whole, term.slice(1));
  else if (term.startsWith('*')) put(lexicon.endings, term.slice(1));
  else if (term.endsWith('*')) put(lexicon.stems, term.slice(0, -1));
  else put(term.length < SHORTEST_STEM ? lexicon.whole : lexicon.stems, term);
}
