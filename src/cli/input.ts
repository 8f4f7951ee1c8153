import type { Occurrence } from '../calendar/occurrence.ts';
import type { Problem } from '../calendar/problem.ts';
import type { ReadOptions, ReadResult } from '../calendar/read-result.ts';
import { readGoogleEvents } from '../sources/google/read-events.ts';
import { readIcs } from '../sources/ics/read-ics.ts';
import type { Interval } from '../time/interval.ts';
import type { Io } from './command.ts';

/** A problem with the file that it was found in. */
export interface FileProblem extends Problem {
  readonly file: string;
}

export interface Input {
  /** Occurrences of all files; those of one file carry its place in the list as `calendarId`. */
  readonly occurrences: readonly Occurrence[];
  readonly calendarNames: readonly string[];
  readonly problems: readonly FileProblem[];
  /** Files that could not be read at all; each has its reason among the problems. */
  readonly unreadable: readonly string[];
}

/** What a command line names to be read. */
export type Named =
  | { readonly kind: 'file'; readonly name: string }
  /** `name` stands for the address, which is a secret, wherever it is told of. */
  | { readonly kind: 'address'; readonly name: string; readonly address: string };

/**
 * Reads every FILE and every address of a command: iCalendar, or JSON with Google `events.list` answers, told apart by what the
 * text begins with. What cannot be read is a problem; the rest is kept.
 */
export async function readInput(
  named: readonly Named[],
  options: { zone: string; ownAddresses: readonly string[]; window: Interval },
  io: Io,
): Promise<Input> {
  const occurrences: Occurrence[] = [];
  const problems: FileProblem[] = [];
  const unreadable: string[] = [];
  const calendarNames: string[] = [];
  for (const [index, one] of named.entries()) {
    const file = one.name;
    try {
      const text = one.kind === 'address' ? await io.readAddress(one.address) : await io.readText(one.name);
      const result = readText(text, { ...options, sourceId: 'file', calendarId: String(index) });
      for (const occurrence of result.occurrences) occurrences.push(occurrence);
      for (const problem of result.problems) problems.push({ ...problem, file });
      calendarNames.push(result.calendar.name ?? file);
    } catch (error) {
      unreadable.push(file);
      calendarNames.push(file);
      problems.push({ ...problemOf(error), file });
    }
  }
  return { occurrences, problems, unreadable, calendarNames };
}

/** An error that stopped a file from being read, as a problem of it. */
function problemOf(error: unknown): Pick<FileProblem, 'code' | 'message'> {
  if (!(error instanceof Error)) return { code: 'unreadable', message: String(error) };
  return { code: 'code' in error ? String(error.code) : 'unreadable', message: error.message };
}

/** The same world that reads each file and address once: standard input has nothing more to give the second time. */
export function readingOnce(io: Io): Io {
  const once = (read: (name: string) => Promise<string>): ((name: string) => Promise<string>) => {
    const texts = new Map<string, Promise<string>>();
    return (name) => {
      const text = texts.get(name) ?? read(name);
      texts.set(name, text);
      return text;
    };
  };
  return { ...io, readText: once(io.readText), readAddress: once(io.readAddress) };
}

function readText(text: string, options: ReadOptions): ReadResult {
  return /^\uFEFF?\s*[[{]/.test(text) ? readGoogleEvents(text, options) : readIcs(text, options);
}

/** One line of stderr for a problem: file, line, what is wrong, and where. */
export function problemLine({ file, line, message, uid, field }: FileProblem): string {
  const place = line === undefined ? file : `${file}:${line}`;
  const detail = [uid && `UID ${uid}`, field].filter(Boolean).join(', ');
  return `${place}: ${message}${detail ? ` (${detail})` : ''}`.replaceAll(/[\r\n]+/g, ' ');
}
