import { normalized, wordsOf } from './text.ts';

/** Words quoted in one reason at most. */
const MOST_WORDS = 3;
/** A word that weighs less than this part of the heaviest would only distract. */
const WORTH_TELLING = 0.3;
const LONGEST_QUOTE = 48;
/** A piece of raw text between spaces and punctuation: a word, a number, an emoji or a sign that people use as one. */
const PIECE = /[\p{L}\p{M}]+(?:['’][\p{L}]+)?|\p{N}+|[&+#]|<>|\p{Extended_Pictographic}/gu;

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

/**
 * The parts of `raw` that weigh most, as the user wrote them, in their order; neighbours are told together (`1:1 Ana`).
 * Empty where nothing speaks for the label.
 * @param weighed weight by the normalised words of a feature, joined by spaces
 */
export function quoted(raw: string, weighed: ReadonlyMap<string, number>): string {
  const text = raw.normalize('NFKC');
  const perWord = new Map<string, number>();
  for (const [words, value] of weighed) {
    // Two names are told as they stand in the title; all else is normalised already.
    const parts = words.toLowerCase() === words ? words.split(' ') : wordsOf(normalized(words));
    for (const part of parts) perWord.set(part, (perWord.get(part) ?? 0) + value / parts.length);
  }
  const found = [...text.matchAll(PIECE)]
    .map(({ 0: piece, index }) => weighedPiece(piece, index, perWord))
    .filter((piece) => piece.weight > 0);
  const heaviest = Math.max(0, ...found.map((piece) => piece.weight));
  const told = found
    .filter((piece) => piece.weight >= heaviest * WORTH_TELLING)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_WORDS)
    .sort((a, b) => a.start - b.start);
  const phrases: { start: number; end: number }[] = [];
  for (const { start, end } of told) {
    const last = phrases.at(-1);
    if (last && areNeighbours(text.slice(last.end, start))) last.end = end;
    else phrases.push({ start, end });
  }
  const texts = new Set(phrases.map(({ start, end }) => text.slice(start, end).slice(0, LONGEST_QUOTE)));
  return [...texts].join(', ');
}

/** A word with its weight; of a run of Chinese or Japanese, the part that weighs most. */
function weighedPiece(piece: string, at: number, perWord: ReadonlyMap<string, number>): Piece {
  const plain = /^[a-z]+$/.test(piece) ? [piece] : wordsOf(normalized(piece));
  const whole = plain.reduce((sum, word) => sum + (perWord.get(word) ?? 0), 0);
  let best: Piece = { start: at, end: at + piece.length, weight: whole };
  if (!CJK.test(piece)) return best;
  for (const [part, weight] of perWord) {
    const inside = part.length > 1 && part.length < piece.length ? piece.indexOf(part) : -1;
    if (inside >= 0 && weight > best.weight) {
      best = { start: at + inside, end: at + inside + part.length, weight };
    }
  }
  return best;
}

const CJK = /[\u3040-\u30ff\u3400-\u9fff]/;

function areNeighbours(between: string): boolean {
  return between.length <= 3 && !/[\p{L}\p{N}]/u.test(between);
}
