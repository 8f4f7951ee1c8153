import type { ReadTx, WriteTx } from './database.ts';

/**
 * Tells the rows that have arrived. A file comes in batches, and its source behind the last of them: until then, and
 * from the moment in which a source is removed until its rows are swept, nobody sees them. The transaction covers
 * `sources`.
 */
export async function arrivedIn(
  tx: ReadTx | WriteTx,
): Promise<(row: { readonly sourceId: string }) => boolean> {
  const known = new Set(await tx.objectStore('sources').getAllKeys());
  return ({ sourceId }) => known.has(sourceId);
}
