import type { Classification } from '../calendar/label.ts';
import type { Occurrence } from '../calendar/occurrence.ts';
import { titleKey } from '../classify/title-key.ts';
import type { Database, ReadTx, WriteTx } from './database.ts';
import { correctionsInOrder, presentCalendars, rulesInOrder } from './label-rows.ts';
import { reachOf, rowOf, sameValue } from './occurrence-rows.ts';
import type { LabelsState, OccurrenceRow, StoreName } from './rows.ts';
import type { LabelInputs, LabelWith, StoreWriter } from './store.ts';
import { dropWeeks } from './weeks.ts';

/** What a transaction that labels has to cover. */
export const LABEL_STORES = ['corrections', 'rules', 'calendars', 'state'] as const satisfies StoreName[];

const NONE_YET: LabelsState = { name: 'labels', revision: '', fingerprint: '', pendingAfter: null };

async function labelsStateIn(tx: ReadTx | WriteTx): Promise<LabelsState> {
  const row = await tx.objectStore('state').get('labels');
  return row?.name === 'labels' ? row : NONE_YET;
}

/** Notes that what decides labels has changed: all rows wait to be labelled anew. */
export async function expectRelabel(tx: WriteTx): Promise<void> {
  const state = await labelsStateIn(tx);
  await tx.objectStore('state').put({ ...state, revision: crypto.randomUUID(), pendingAfter: '' });
}

/** What the user has said so far, as this transaction sees it. */
export async function labelInputsIn(tx: ReadTx | WriteTx): Promise<LabelInputs> {
  const [state, corrections, rules, calendars] = await Promise.all([
    labelsStateIn(tx),
    tx.objectStore('corrections').getAll(),
    tx.objectStore('rules').getAll(),
    tx.objectStore('calendars').getAll(),
  ]);
  return {
    revision: state.revision,
    corrections: correctionsInOrder(corrections),
    rules: rulesInOrder(rules),
    calendars: presentCalendars(calendars),
  };
}

/** Notes that what decides labels is another, though no row that is there has anything to do with it. */
export async function newRevision(tx: WriteTx): Promise<void> {
  const state = await labelsStateIn(tx);
  await tx.objectStore('state').put({ ...state, revision: crypto.randomUUID() });
}

/** The labelling function for what the user has said so far, as this transaction sees it. */
export async function labellerIn(
  tx: WriteTx,
  label: LabelWith,
): Promise<(occurrence: Occurrence) => Classification> {
  return label(await labelInputsIn(tx));
}

/** Labels rows anew and writes those whose label changed, with the weeks they touch. */
async function relabelRows(tx: WriteTx, rows: readonly OccurrenceRow[], label: LabelWith): Promise<number> {
  const classify = await labellerIn(tx, label);
  const changed: OccurrenceRow[] = [];
  for (const row of rows) {
    const fresh = classify(row);
    if (!sameValue(fresh, row.label)) changed.push(rowOf({ ...row, label: fresh }, row.listing));
  }
  const store = tx.objectStore('occurrences');
  await Promise.all(changed.map((row) => store.put(row)));
  await dropWeeks(tx, changed.map(reachOf));
  return changed.length;
}

type LabelWrites = Pick<
  StoreWriter,
  'labelsState' | 'labelInputs' | 'expectLabels' | 'relabelOnly' | 'relabelNext'
>;

export function labelWrites(db: Database): LabelWrites {
  const stores = ['occurrences', 'weeks', ...LABEL_STORES] as const;
  return {
    labelsState: () => db.read(['state'], labelsStateIn),
    labelInputs: () => db.read(LABEL_STORES, labelInputsIn),
    expectLabels: (fingerprint) =>
      db.write(
        ['state'],
        async (tx) => {
          const state = await labelsStateIn(tx);
          if (state.fingerprint === fingerprint) return false;
          await tx.objectStore('state').put({
            ...state,
            fingerprint,
            revision: crypto.randomUUID(),
            pendingAfter: '',
          });
          return true;
        },
        { written: 'nothing' },
      ),
    relabelOnly: (which, label) =>
      db.write(stores, async (tx) => {
        const store = tx.objectStore('occurrences');
        if ('title' in which) {
          const rows = await store.index('titleKey').getAll(titleKey(which.title));
          return { changed: await relabelRows(tx, rows, label) };
        }
        const rows =
          'uid' in which
            ? await store.index('uid').getAll(which.uid)
            : (await Promise.all(which.keys.map((key) => store.get(key)))).filter((row) => row !== undefined);
        return { changed: await relabelRows(tx, rows, label) };
      }),
    relabelNext: (most, label) =>
      db.write(stores, async (tx) => {
        const state = await labelsStateIn(tx);
        if (state.pendingAfter === null) return { changed: 0, done: true };
        const after = IDBKeyRange.lowerBound(state.pendingAfter, true);
        const store = tx.objectStore('occurrences');
        // By the keys, so that a row that cannot be read is passed like any other.
        const [keys, rows] = await Promise.all([store.getAllKeys(after, most), store.getAll(after, most)]);
        const changed = await relabelRows(tx, rows, label);
        const done = keys.length < most;
        const last = keys.at(-1) ?? null;
        await tx.objectStore('state').put({ ...state, pendingAfter: done ? null : last });
        return { changed, done };
      }),
  };
}
