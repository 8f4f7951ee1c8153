import { calendarWrites } from './calendar-writes.ts';
import { choiceWrites } from './choice-writes.ts';
import { closedWeekWrites } from './closed-weeks.ts';
import { openDatabase, type Written } from './database.ts';
import { diagnosisAccess } from './diagnosis.ts';
import { importWrites } from './imports.ts';
import { inboxWrites } from './inbox.ts';
import { labelWrites } from './labels.ts';
import { pageAccess } from './page-store.ts';
import { pageWrites } from './page-writes.ts';
import { sourceWrites } from './source-writes.ts';
import { stateAccess } from './state.ts';
import type { Store } from './store.ts';
import { STORE_NAME } from './store-name.ts';
import { sweepAccess } from './sweep.ts';
import { takenMoveWrites } from './taken-moves.ts';
import { wantedAccess } from './wanted.ts';
import { weekWrites } from './weeks.ts';

/**
 * The store over IndexedDB. The database is opened, and upgraded where it is older, at the first call that needs
 * it; that call throws a `StoreError` that names the cause where this fails. Pages read and `putInbox`; the rest
 * of the writes is the background's.
 */
export function openStore(
  name: string = STORE_NAME,
  options: { onWritten?: (what: Written) => void } = {},
): Store {
  const db = openDatabase(name, options.onWritten ?? (() => undefined));
  return {
    ...pageAccess(db),
    ...weekWrites(db),
    ...closedWeekWrites(db),
    ...stateAccess(db),
    ...labelWrites(db),
    ...choiceWrites(db),
    ...inboxWrites(db),
    ...sourceWrites(db),
    ...calendarWrites(db),
    ...pageWrites(db),
    ...importWrites(db),
    ...sweepAccess(db),
    ...diagnosisAccess(db),
    ...wantedAccess(db),
    ...takenMoveWrites(db),
    destroy: db.destroy,
    close: db.close,
  };
}
