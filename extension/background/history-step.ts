import type { LabelledOccurrence } from '../../src/calendar/label.ts';
import { resolveOccurrence } from '../../src/calendar/resolve.ts';
import type { Source } from '../../src/calendar/source.ts';
import { type ClosedWeek, closeWeek, touchesWeek, type WeekBasis } from '../../src/history/closed-week.ts';
import { closableWeeks, stands } from '../../src/history/closing.ts';
import { calendarNow } from '../../src/history/later-note.ts';
import {
  restatedByCalendar,
  restatedByCraft,
  restatedByHand,
  restatedBySettings,
  restatedByVersion,
} from '../../src/history/restate.ts';
import { restatementOf } from '../../src/history/restatement.ts';
import { weekLoad } from '../../src/load/week.ts';
import { LOAD_VERSION, loadFingerprint, summaryOfLoad } from '../../src/load/week-summary.ts';
import { settingsAt } from '../../src/settings/dated.ts';
import { homeZoneToKeep } from '../../src/settings/home-zone.ts';
import { syncWindow } from '../../src/sync/sync-window.ts';
import { weekInterval } from '../../src/time/week.ts';
import type { PlainDate } from '../../src/time/zone.ts';
import type { BackgroundParts } from './parts.ts';
import type { Situation } from './situation.ts';

/** Weeks closed in one transaction: short enough that a page is not kept waiting. */
const BATCH = 52;

/** The machine's zone when the first calendar comes becomes the home zone, and stays it wherever the machine goes. */
export async function keepHomeZone({ store, settings, machineZone }: BackgroundParts): Promise<void> {
  if ((await store.sources()).length === 0) return;
  const zone = homeZoneToKeep(await settings.readSettings(), machineZone());
  if (zone !== null) await settings.writeSettings({ zone }, 'all-weeks');
}

/**
 * Closes the weeks that are to close, newest batch first, after those that are closed have heard of what the user said
 * and of a new version; cut short anywhere, the next run goes on.
 */
export async function closePast(parts: BackgroundParts, here: Situation): Promise<void> {
  const { store, now } = parts;
  await restatePast(parts, here);
  // What is half read is not known yet: the end of the reading comes back here.
  if ((await store.progress()).length > 0) return;
  const extent = await store.extent();
  if (!extent) return;
  const nowMs = now();
  const due = closableWeeks(extent, await store.sources(), here.loadAt, nowMs);
  if (due.length === 0) return;
  const closed = new Set(
    (await store.closedWeeks()).filter((row) => stands(row, nowMs)).map((row) => row.week),
  );
  const open = due.filter((week) => !closed.has(week)).reverse();
  for (let at = 0; at < open.length; at += BATCH) {
    await store.closeWeeks(
      open.slice(at, at + BATCH).map((week) => ({ week, ...weekInterval(week, here.loadAt(week).zone) })),
      (week, occurrences) =>
        closeWeek(week, occurrences, { ...basisOf(week, here), labelVersion: here.labelVersion }, nowMs),
    );
  }
}

/** Counts closed weeks again where the user's hand or a new version says so: all together, in one transaction. */
async function restatePast({ store, now }: BackgroundParts, here: Situation): Promise<void> {
  const { revision } = await store.labelsState();
  const state = { revision, labelVersion: here.labelVersion, loadVersion: LOAD_VERSION };
  const known = await store.historyState();
  const agrees =
    known?.revision === revision &&
    known.labelVersion === state.labelVersion &&
    known.loadVersion === state.loadVersion;
  if (agrees) return;
  const isNew = known && (known.labelVersion !== here.labelVersion || known.loadVersion !== LOAD_VERSION);
  const nowMs = now();
  await store.restateWeeks(await here.label(), state, (closings, classify) => {
    if (isNew) {
      const fresh = closings.map((c) => restatedByVersion(c, classify, here.labelVersion, nowMs));
      return { closings: fresh, restated: restatementOf(closings, fresh, nowMs) };
    }
    const fresh = closings.map((c) => restatedByHand(c, classify, nowMs)).filter((c) => c !== null);
    return { closings: fresh, restated: null };
  });
}

/** What a week that closes now rests on: the settings that held in it. */
function basisOf(
  week: PlainDate,
  { settings, loadAt }: Situation,
): Pick<WeekBasis, 'load' | 'track' | 'craft' | 'target'> {
  const { track, craft, target } = settingsAt(settings, week);
  return { load: loadAt(week), track, craft, target };
}

/**
 * Notes for each closed week what the calendar says of it now: computed only where something has touched it since the
 * last note. Weeks that hold nothing any source can still be asked about have none.
 */
export async function noteLater({ store, now }: BackgroundParts, here: Situation): Promise<void> {
  const sources = await store.sources();
  const known = new Map((await store.weeks()).map((row) => [row.week, row.fingerprint]));
  for (const row of await store.closedWeeks()) {
    const { load } = row.basis;
    const fingerprint = `${loadFingerprint(load)} ${row.reopened.length}`;
    if (known.get(row.week) === fingerprint) continue;
    const span = weekInterval(row.week, load.zone);
    const isAsked = askedAt(sources, span.startMs, now(), here.zone);
    const [kept] = await store.closedEntries({ from: row.week, until: row.week });
    await store.week(row.week, fingerprint, span, (occurrences) => {
      const { changed, occurrences: current } = calendarNow(
        kept?.entries ?? [],
        touching(occurrences, row),
        isAsked,
      );
      return { ...summaryOfLoad(weekLoad(row.week, current, load)), changedSince: changed };
    });
  }
}

/** Counts closed weeks again as the calendar says now, or by the settings that hold in them now: the user asked. */
export async function countAnew(
  parts: BackgroundParts,
  here: Situation,
  { by, week }: { by: 'calendar' | 'settings'; week?: PlainDate },
): Promise<number> {
  const { store, now } = parts;
  if (by === 'settings') await readByCraft(parts, here);
  const sources = await store.sources();
  const rows = await store.closedWeeks(week === undefined ? {} : { from: week, until: week });
  let counted = 0;
  for (const row of rows) {
    const span = weekInterval(row.week, row.basis.load.zone);
    const isAsked = askedAt(sources, span.startMs, now(), here.zone);
    const done = await store.recountWeek(row.week, span, (closing, occurrences, near) => {
      if (by === 'settings') {
        const { load, track, target = null } = basisOf(row.week, here);
        return restatedBySettings(closing, near, { load, track, target }, now());
      }
      const { occurrences: current } = calendarNow(
        closing.entries.entries,
        touching(occurrences, closing.row),
        isAsked,
      );
      return restatedByCalendar(closing, current, now());
    });
    if (done) counted++;
  }
  return counted;
}

/** Reads the titles of closed weeks anew where another craft holds in them now, and it is the user's of today. */
async function readByCraft(parts: BackgroundParts, here: Situation): Promise<void> {
  const { store, now } = parts;
  const { craft } = here.settings;
  const isOther = ({ week, basis }: ClosedWeek): boolean =>
    (basis.craft ?? null) !== craft && settingsAt(here.settings, week).craft === craft;
  if (!(await store.closedWeeks()).some(isOther)) return;
  await restatePast(parts, here);
  const state = await store.historyState();
  if (!state) return;
  const nowMs = now();
  await store.restateWeeks(await here.label(), state, (closings, classify) => ({
    closings: closings
      .filter(({ row }) => isOther(row))
      .map((closing) => restatedByCraft(closing, classify, craft, nowMs)),
    restated: null,
  }));
}

/** The occurrences that touch a closed week, in its own zone. */
function touching(
  occurrences: readonly LabelledOccurrence[],
  { week, basis }: Pick<ClosedWeek, 'week' | 'basis'>,
): LabelledOccurrence[] {
  const span = weekInterval(week, basis.load.zone);
  return occurrences.filter((o) => touchesWeek(resolveOccurrence(o, basis.load.zone), span));
}

/** Which sources can be asked about a week: those that are connected and are read that far back. */
function askedAt(
  sources: readonly Source[],
  weekStartMs: number,
  nowMs: number,
  zone: string,
): (sourceId: string) => boolean {
  const asked = new Set(
    sources.filter((s) => syncWindow(s.kind, nowMs, zone).startMs <= weekStartMs).map((s) => s.id),
  );
  return (sourceId) => asked.has(sourceId);
}
