import { first } from './001-first.ts';
import { longEntries } from './002-long-entries.ts';
import { wanted } from './003-wanted.ts';
import { closedWeeks } from './010-closed-weeks.ts';
import { roles } from './011-roles.ts';
import { ageOfFiles } from './012-age-of-files.ts';
import { takenMoves } from './030-taken-moves.ts';
import { titleKeys } from './031-title-keys.ts';
import type { Migration } from './migration.ts';

/** Every step in order; a database of any version runs those that it lacks. */
export const MIGRATIONS: readonly Migration[] = [
  first,
  longEntries,
  wanted,
  closedWeeks,
  roles,
  ageOfFiles,
  takenMoves,
  titleKeys,
];

/** The version that this program reads and writes. */
export const DATABASE_VERSION = MIGRATIONS.at(-1)?.to ?? 0;
