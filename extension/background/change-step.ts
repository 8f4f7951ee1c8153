import type { LabelledOccurrence } from '../../src/calendar/label.ts';
import { measureOf } from '../../src/calendar/track.ts';
import { CAUSE_WEEKS } from '../../src/drift/causes.ts';
import { accepted, type ChangeRecord } from '../../src/drift/record.ts';
import { withoutPrivateTitles } from '../../src/load/roles.ts';
import { isOwn } from '../../src/sources/traits.ts';
import { weekAt } from '../../src/time/week.ts';
import type { PlainDate } from '../../src/time/zone.ts';
import { changeCauses, spanAround, weeksAround } from '../../src/week/change-causes.ts';
import { readStory } from '../../src/week/read-story.ts';
import type { BackgroundParts } from './parts.ts';
import type { Situation } from './situation.ts';

type Store = BackgroundParts['store'];

/**
 * Brings the records of changes up to the last finished week: what is new is added, what was found stays as it was dated.
 * Of the sample alone nothing is kept.
 */
export async function keepChanges({ store, now }: BackgroundParts, here: Situation): Promise<void> {
  const kept = await store.changes();
  const own = (await store.sources()).some(isOwn);
  const records = own ? await recordsNow(store, kept, here, now()) : [];
  if (JSON.stringify(records) !== JSON.stringify(kept)) await store.putChanges(records);
}

/** The user says "this is my job now": every change up to now is told no longer. Answers how many were told. */
export async function acceptChanges({ store, now }: BackgroundParts, here: Situation): Promise<number> {
  const kept = await store.changes();
  const week = weekAt(now(), here.zone, here.load.weekStart);
  const standing = kept.filter((record) => !record.ended);
  if (standing.length > 0) {
    await store.putChanges(kept.map((record) => (record.ended ? record : accepted(record, week))));
  }
  return standing.length;
}

async function recordsNow(
  store: Store,
  kept: readonly ChangeRecord[],
  here: Situation,
  nowMs: number,
): Promise<ChangeRecord[]> {
  const measure = measureOf(here.settings.track);
  const story = await readStory(store, { measure, settingsAt: here.loadAt, nowMs });
  const records: ChangeRecord[] = kept.filter((record) => record.measure !== measure);
  for (const record of story.records) {
    // Once the weeks that causes are looked for in are there, they stand.
    const known = record.causes.length > 0 && isRipe(kept.find((k) => k.week === record.week));
    records.push(known ? record : { ...record, causes: await causesNow(store, record, here) });
  }
  return records.sort((a, b) => (a.week < b.week ? -1 : 1));
}

function isRipe(record: ChangeRecord | undefined): boolean {
  return record !== undefined && record.weeksAfter.length >= CAUSE_WEEKS;
}

async function causesNow(
  store: Store,
  record: ChangeRecord,
  here: Situation,
): Promise<ChangeRecord['causes']> {
  const settings = here.loadAt(record.week);
  const occurrences = await entriesOf(store, record, settings.zone);
  return changeCauses(record, record.measure, withoutPrivateTitles(occurrences), settings);
}

/** The entries of the weeks round a change: as they were closed where they are, else as the calendar has them. */
async function entriesOf(store: Store, record: ChangeRecord, zone: string): Promise<LabelledOccurrence[]> {
  const weeks = weeksAround(record);
  const [from, until]: (PlainDate | undefined)[] = [weeks[0], weeks.at(-1)];
  const closed = from && until ? await store.closedEntries({ from, until }) : [];
  const byKey = new Map<string, LabelledOccurrence>();
  for (const o of await store.counted(spanAround(record, zone))) byKey.set(o.key, o);
  for (const o of closed.flatMap(({ entries }) => entries)) byKey.set(o.key, o);
  return [...byKey.values()];
}
