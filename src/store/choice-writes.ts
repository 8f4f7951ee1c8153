import type { Correction, Rule } from '../calendar/correction.ts';
import type { Database, WriteTx } from './database.ts';
import { expectRelabel } from './labels.ts';
import type { StoreWriter } from './store.ts';

type ChoiceWrites = Pick<
  StoreWriter,
  'addCorrection' | 'removeCorrection' | 'addRule' | 'removeRule' | 'addChoices'
>;

/** Corrections and rules: what the user said, on disk before it is confirmed. */
export function choiceWrites(db: Database): ChoiceWrites {
  const stores = ['corrections', 'rules', 'state'] as const;
  const confirmed = { confirmed: true };
  return {
    addCorrection: (correction) =>
      db.write(
        stores,
        async (tx) => {
          await tx.objectStore('corrections').put(correction);
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
          return known;
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
    addChoices: ({ corrections, rules }) =>
      db.write(
        stores,
        async (tx) => {
          for (const correction of corrections) await tx.objectStore('corrections').put(correction);
          for (const rule of rules) await putRule(tx, rule);
          await expectRelabel(tx);
        },
        confirmed,
      ),
  };
}

/** A known rule keeps its place, a new one is tried last. */
async function putRule(tx: WriteTx, rule: Rule): Promise<void> {
  const store = tx.objectStore('rules');
  const rows = await store.getAll();
  const known = rows.find((row) => row.id === rule.id);
  const last = rows.reduce((most, row) => Math.max(most, row.order), -1);
  await store.put({ ...rule, order: known?.order ?? last + 1 });
}
