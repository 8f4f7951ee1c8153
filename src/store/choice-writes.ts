import type { Correction, Rule } from '../calendar/correction.ts';
import type { EpochMs } from '../calendar/units.ts';
import type { Database, WriteTx } from './database.ts';
import { correctionsInOrder } from './label-rows.ts';
import { expectRelabel } from './labels.ts';
import { sameValue } from './occurrence-rows.ts';
import type { RuleRow } from './rows.ts';
import type { StoreWriter } from './store.ts';

type ChoiceWrites = Pick<
  StoreWriter,
  'addCorrection' | 'removeCorrection' | 'addRule' | 'removeRule' | 'changeRule' | 'moveRule' | 'addChoices'
>;

/** Corrections and rules: what the user said, on disk before it is confirmed. */
export function choiceWrites(db: Database): ChoiceWrites {
  const stores = ['corrections', 'rules', 'state'] as const;
  const confirmed = { confirmed: true };
  return {
    addCorrection: (correction, madeOn) =>
      db.write(
        stores,
        async (tx) => {
          await makeOlder(tx, correction.madeMs);
          await tx.objectStore('corrections').put({ ...correction, ...madeOn });
          await expectRelabel(tx);
        },
        confirmed,
      ),
    removeCorrection: (id) =>
      db.write(
        stores,
        async (tx): Promise<Correction | null> => {
          const known = await tx.objectStore('corrections').get(id);
          if (!known) return null;
          await tx.objectStore('corrections').delete(id);
          await expectRelabel(tx);
          const { sourceId: _, ...correction } = known;
          return correction;
        },
        confirmed,
      ),
    addRule: (rule) =>
      db.write(
        stores,
        async (tx) => {
          await putRule(tx, rule);
          await expectRelabel(tx);
        },
        confirmed,
      ),
    removeRule: (id) =>
      db.write(
        stores,
        async (tx): Promise<Rule | null> => {
          const known = await tx.objectStore('rules').get(id);
          if (!known) return null;
          await tx.objectStore('rules').delete(id);
          await expectRelabel(tx);
          const { order: _, ...rule } = known;
          return rule;
        },
        confirmed,
      ),
    changeRule: (rule) =>
      db.write(
        stores,
        async (tx): Promise<boolean> => {
          if (!(await tx.objectStore('rules').get(rule.id))) return false;
          await putRule(tx, rule);
          await expectRelabel(tx);
          return true;
        },
        confirmed,
      ),
    moveRule: (id, by) => db.write(stores, (tx) => swapRule(tx, id, by), confirmed),
    addChoices: (choices) => db.write(stores, (tx) => addChoicesIn(tx, choices), confirmed),
  };
}

/**
 * Corrections that a clock ahead of time has dated at `madeMs` or later were made before it all the same: they keep
 * their order, and one that is made now is the newest.
 */
async function makeOlder(tx: WriteTx, madeMs: EpochMs): Promise<void> {
  const store = tx.objectStore('corrections');
  const rows = await store.getAll();
  const places = new Map(rows.map((row) => [row.id, row]));
  let latestMs = madeMs;
  for (const { id } of correctionsInOrder(rows).reverse()) {
    const row = places.get(id);
    if (!row || row.madeMs < latestMs) return;
    latestMs -= 1;
    await store.put({ ...row, madeMs: latestMs });
  }
}

/** A known rule keeps its place, a new one is tried last. */
async function putRule(tx: WriteTx, rule: Rule): Promise<void> {
  const store = tx.objectStore('rules');
  const rows = await store.getAll();
  const known = rows.find((row) => row.id === rule.id);
  await store.put({ ...rule, order: known?.order ?? lastOrder(rows) + 1 });
}

async function swapRule(tx: WriteTx, id: string, by: -1 | 1): Promise<boolean> {
  const store = tx.objectStore('rules');
  const rows = (await store.getAll()).sort((a, b) => a.order - b.order);
  const at = rows.findIndex((row) => row.id === id);
  const [one, other] = [rows[at], rows[at + by]];
  if (!one || !other) return false;
  await store.put({ ...one, order: other.order });
  await store.put({ ...other, order: one.order });
  await expectRelabel(tx);
  return true;
}

function lastOrder(rows: readonly RuleRow[]): number {
  return rows.reduce((most, row) => Math.max(most, row.order), -1);
}

/**
 * Corrections and rules of a backup: known rules keep their place, new ones come last in its order. What is there already,
 * and says the same, is left alone.
 */
async function addChoicesIn(
  tx: WriteTx,
  { corrections, rules }: { corrections: readonly Correction[]; rules: readonly Rule[] },
): Promise<void> {
  const [told, ruled] = await Promise.all([
    tx.objectStore('corrections').getAll(),
    tx.objectStore('rules').getAll(),
  ]);
  const toldById = new Map(told.map((row) => [row.id, row]));
  const newCorrections = corrections
    // Where it was made stays known.
    .map((correction) => ({ ...toldById.get(correction.id), ...correction }))
    .filter((row) => !sameValue(row, toldById.get(row.id)));
  const ruledById = new Map(ruled.map((row) => [row.id, row]));
  let last = lastOrder(ruled);
  const newRules = [...new Map(rules.map((rule) => [rule.id, rule])).values()]
    .map((rule) => ({ ...rule, order: ruledById.get(rule.id)?.order ?? ++last }))
    .filter((row) => !sameValue(row, ruledById.get(row.id)));
  if (newCorrections.length + newRules.length === 0) return;
  await putSliced(newCorrections, (row) => tx.objectStore('corrections').put(row));
  await putSliced(newRules, (row) => tx.objectStore('rules').put(row));
  await expectRelabel(tx);
}

/** Puts that are asked for at once: between them the background breathes. */
const SLICE = 500;

async function putSliced<T>(rows: readonly T[], put: (row: T) => Promise<unknown>): Promise<void> {
  for (let i = 0; i < rows.length; i += SLICE) await Promise.all(rows.slice(i, i + SLICE).map(put));
}
