import type { Source } from '../calendar/source.ts';
import { eventGroups } from '../sources/feed/event-groups.ts';
import { headName } from '../sources/feed/head-name.ts';
import type { StoreReader } from '../store/store.ts';

/** So many UIDs, taken from all over a file, tell whose it is. */
const ASKED_UIDS = 100;
/** How far into a file it is looked at, in characters: some five thousand events. */
const LOOKED_AT = 4_000_000;

type Stored = Pick<StoreReader, 'sources' | 'calendars' | 'sourcesOfUids'>;

/**
 * The file source whose calendar a file holds too, so that the file is a newer export of it; null where there is none.
 * It is the one that has most of the file's UIDs: at least half of them, or any where the calendar calls itself the
 * same. A file that shares none is the same only where both its own and the calendar's name are.
 */
export async function sameCalendar(
  store: Stored,
  file: { readonly name: string; readonly text: string },
): Promise<Source | null> {
  const files = (await store.sources()).filter(({ kind }) => kind === 'ics-file');
  if (files.length === 0) return null;
  const text = file.text.slice(0, LOOKED_AT);
  const uids = spread([...eventGroups(text).groups.keys()].filter((uid) => uid !== ''));
  const [shared, calendars] = await Promise.all([store.sourcesOfUids(uids), store.calendars()]);
  const name = headName(text);
  const candidates = files.map((source) => {
    const count = shared.get(source.id) ?? 0;
    const called = calendars.find(({ sourceId }) => sourceId === source.id)?.name;
    const isNamed = name === null ? source.name === file.name : called === name;
    const isSame = count > 0 ? isNamed || count * 2 >= uids.length : isNamed && source.name === file.name;
    return { source, count, isSame };
  });
  const [best] = candidates.filter(({ isSame }) => isSame).sort((a, b) => b.count - a.count);
  return best?.source ?? null;
}

/** At most `ASKED_UIDS` of them, from the first to the last. */
function spread(uids: readonly string[]): string[] {
  const step = Math.max(1, uids.length / ASKED_UIDS);
  return uids.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
}
