import type { WriteTx } from './database.ts';

/** Fewer rows than this may go at once: a quiet calendar loses half of what it has on any day. */
const FEW_ROWS = 20;

/** Whether an answer that does not name so many of the known rows would remove more than half of them. */
export function isMassRemoval(unnamed: number, known: number): boolean {
  return unnamed >= FEW_ROWS && unnamed * 2 > known;
}

/**
 * Whether a mass removal is believed: when a run that came later than the first one reads the same. Notes the doubt
 * of a first one. `calendarId` is empty for the list of calendars. What has no run behind it is the user's own deed.
 */
export async function believed(
  tx: WriteTx,
  { sourceId, calendarId, holder }: { sourceId: string; calendarId: string; holder?: string | undefined },
): Promise<boolean> {
  if (holder === undefined) return true;
  const doubts = tx.objectStore('doubts');
  const known = await doubts.get([sourceId, calendarId]);
  if (known && known.holder !== holder) {
    await doubts.delete([sourceId, calendarId]);
    return true;
  }
  await doubts.put({ sourceId, calendarId, holder });
  return false;
}

/** An answer that names enough ends the doubt. */
export async function trusted(tx: WriteTx, sourceId: string, calendarId: string): Promise<void> {
  const known = await tx.objectStore('doubts').getKey([sourceId, calendarId]);
  if (known) await tx.objectStore('doubts').delete(known);
}
