import type { LabelledOccurrence } from '../calendar/label.ts';
import { byRole } from '../load/roles.ts';
import type { Interval } from '../time/interval.ts';
import type { ReadTx, WriteTx } from './database.ts';
import { occurrenceOf, rowsIn } from './occurrence-rows.ts';

/** The occurrences of the calendars that count, as a transaction over them and the calendars sees them. */
export async function countedIn(tx: ReadTx | WriteTx, span: Interval): Promise<LabelledOccurrence[]> {
  const [rows, calendars] = await Promise.all([rowsIn(tx, span), tx.objectStore('calendars').getAll()]);
  return byRole(rows.map(occurrenceOf), calendars).counted;
}
