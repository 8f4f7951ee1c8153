import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../fixtures/ics/cases');

/** A row of `events --json` as another reader or RFC 5545 has it; `uid` is null where one has to be made up. */
export interface CaseRow {
  readonly uid: string | null;
  readonly start: string;
  readonly end: string;
  readonly allDay: boolean;
  readonly title: string;
  readonly status: string;
}

/** A calendar file and what is to be read from it (tests/fixtures/ics/README.md). */
export interface Case {
  readonly name: string;
  readonly path: string;
  readonly origin: string;
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  readonly self?: string;
  readonly events: readonly CaseRow[];
  readonly problems: readonly { readonly code: string; readonly line?: number; readonly uid?: string }[];
  /** Other fields of the occurrences, by UID. */
  readonly fields?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Every case: two files of one name in the folder. */
export function cases(): Case[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.ics'))
    .sort()
    .map((file) => {
      const path = join(FOLDER, file);
      const told = JSON.parse(readFileSync(path.replace(/\.ics$/, '.json'), 'utf8')) as Case;
      return { ...told, name: file.replace(/\.ics$/, ''), path };
    });
}

/** The arguments of `craftweek events` for a case. */
export function eventsArguments({ path, from, to, zone, self }: Case): string[] {
  const own = self === undefined ? [] : ['--self', self];
  return [path, '--from', from, '--to', to, '--zone', zone, ...own, '--json'];
}
