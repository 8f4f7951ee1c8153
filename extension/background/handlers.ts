import type { Correction } from '../../src/calendar/correction.ts';
import type { LabelledOccurrence } from '../../src/calendar/label.ts';
import type { Source } from '../../src/calendar/source.ts';
import { descriptionMark } from '../../src/classify/title-key.ts';
import { SAMPLE_SOURCE_ID } from '../../src/sources/sample/sample-occurrences.ts';
import { SOURCE_TRAITS } from '../../src/sources/traits.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { type ImportRun, importFile } from '../../src/sync/import-file.ts';
import { putSample } from '../../src/sync/put-sample.ts';
import { relabelAll, relabelScope } from '../../src/sync/relabel.ts';
import { sameCalendar } from '../../src/sync/same-calendar.ts';
import { HOUR_MS } from '../../src/time/interval.ts';
import { acceptChanges } from './change-step.ts';
import type { Handlers } from './commands.ts';
import { connected, connectorOf } from './connectors.ts';
import { deleteEverything } from './delete-everything.ts';
import { countAnew } from './history-step.ts';
import type { BackgroundParts } from './parts.ts';
import { CommandError } from './receive.ts';
import type { Serial } from './serial.ts';
import type { Situation } from './situation.ts';
import type { Stops } from './stops.ts';
import { previewSummary } from './summary-step.ts';

/** What the handlers may ask of the background round them. */
export interface HandlerContext {
  readonly parts: BackgroundParts;
  readonly situation: () => Promise<Situation>;
  readonly importRun: () => Promise<ImportRun>;
  /** Files, one after the other. */
  readonly imports: Serial;
  /** Labelling everything anew, one after the other. */
  readonly labels: Serial;
  readonly stops: Stops;
  /** Brings up to date what is derived, without being waited for. */
  readonly refresh: () => void;
  /** Reads the sources that are wanted, without being waited for. */
  readonly readWanted: () => void;
}

/**
 * What each command does. It answers when what it confirms is on disk. Commands do not wait for one another: each
 * change is a transaction of the store, and only files and the labelling of everything stand in a queue of their own.
 */
export function handlersOf(context: HandlerContext): Handlers {
  const { parts, situation, importRun, imports, labels, stops, refresh, readWanted } = context;
  const { store, now } = parts;

  /** Labels everything anew and answers how many labels changed. */
  const relabel = async (): Promise<number> => {
    const { label } = await situation();
    const labelNow = await label();
    const { changed } = await labels(() => relabelAll(store, labelNow));
    refresh();
    return changed;
  };

  const relabelAbout = async (correction: Pick<Correction, 'scope'>): Promise<number> => {
    const { label } = await situation();
    const { changed } = await relabelScope(store, correction, await label());
    refresh();
    return changed;
  };

  return {
    async syncNow({ sourceId, rested }) {
      const sources = await store.sources();
      if (rested) {
        const due = sources.filter((source) => hasRested(source, now()));
        for (const { id } of due) await store.want({ sourceId: id, onDemand: true });
        if (due.length > 0) readWanted();
        return { started: due.length > 0 };
      }
      if (sourceId !== undefined && !sources.some((s) => s.id === sourceId)) {
        throw new StoreError('gone', 'that source is not there any more');
      }
      await store.want({ onDemand: true, ...(sourceId === undefined ? {} : { sourceId }) });
      readWanted();
      return { started: sources.length > 0 };
    },
    async importFile({ inboxId }) {
      const outcome = await imports(async () => importFile(await importRun(), inboxId));
      refresh();
      if (!outcome.ok) throw new CommandError(outcome.code, outcome.message);
      const { sourceId, occurrences, problems } = outcome;
      return { sourceId, occurrences, problems };
    },
    async sameCalendar({ inboxId }) {
      const file = await store.inboxRow(inboxId);
      const known = file && (await sameCalendar(store, file));
      return { known: known ? { sourceId: known.id, name: known.name } : null };
    },
    async useSample() {
      const { zone, label } = await situation();
      const names = {
        source: parts.t('sample_source_name'),
        calendar: parts.t('sample_calendar_name'),
      };
      const others = (await store.sources()).some((s) => s.kind !== 'sample');
      if (others) throw new CommandError('sample-beside-real', 'the sample would mix with your own calendar');
      await putSample(store, parts.makeSample, names, now(), zone, await label());
      refresh();
      return { sourceId: SAMPLE_SOURCE_ID };
    },
    async removeSource({ sourceId, past = 'keep' }) {
      stops.stop(sourceId);
      const source = (await store.sources()).find((s) => s.id === sourceId);
      // First, since it can be done again: cut short after it, the command was not confirmed and is given again.
      if (past === 'untitled') await store.forgetTitles(sourceId);
      const removed = await store.removeSource(sourceId);
      if (past === 'forget') await store.forgetPast(sourceId, now());
      readWanted();
      const connector = source && connectorOf(parts.connectors, source.kind);
      return connector ? { ...removed, revoked: await connector.disconnect(sourceId) } : removed;
    },
    signedInAccounts: async () => ({ accounts: await parts.connectors['google-export'].accounts() }),
    signInClient: async ({ kind }) => ({ clientId: await parts.signIns[kind].clientId() }),
    signInBegin: async ({ kind, ...asked }) => ({ url: await parts.signIns[kind].begin(asked) }),
    async connect(input) {
      const { sourceId, name, ...more } = await connected(parts.connectors, input);
      // Connected again, it keeps the name that the user gave it.
      const known = (await store.sources()).find((s) => s.id === sourceId);
      await store.putSource({ id: sourceId, kind: input.kind, name: known?.name ?? name }, now());
      readWanted();
      return { sourceId, ...more };
    },
    async setSource({ sourceId, ...choice }) {
      if (choice.paused === true) stops.stop(sourceId);
      await store.setSource(sourceId, choice);
      readWanted();
      return {};
    },
    async setCalendar({ sourceId, calendarId, ...choice }) {
      await store.setCalendar(sourceId, calendarId, choice);
      const changed = choice.defaultActivity === undefined ? 0 : await relabel();
      if (choice.role !== undefined && choice.role !== 'off') readWanted();
      else refresh();
      return { changed };
    },
    async correct({ scope, verdict, key }) {
      const occurrence = (await store.occurrence(key)) ?? (await closedEntry(store, key));
      if (!occurrence) throw new StoreError('gone', 'that event is not there any more');
      const { title, description, people, recurring } = occurrence;
      const correction: Correction = {
        id: parts.newId(),
        madeMs: now(),
        scope,
        verdict,
        example: { title, people, recurring, described: descriptionMark(description) },
      };
      await store.addCorrection(correction, { sourceId: occurrence.sourceId });
      return { id: correction.id, changed: await relabelAbout(correction) };
    },
    async undoCorrection({ id }) {
      const correction = await store.removeCorrection(id);
      if (!correction) throw new StoreError('gone', 'that correction is not there any more');
      return { changed: await relabelAbout(correction) };
    },
    async addRule(rule) {
      const id = parts.newId();
      await store.addRule({ id, ...rule });
      return { id, changed: await relabel() };
    },
    async removeRule({ id }) {
      const rule = await store.removeRule(id);
      if (!rule) throw new StoreError('gone', 'that rule is not there any more');
      return { changed: await relabel() };
    },
    async changeRule(rule) {
      if (!(await store.changeRule(rule))) throw new StoreError('gone', 'that rule is not there any more');
      return { changed: await relabel() };
    },
    async moveRule({ id, by }) {
      // The first can go no higher: that is no failure.
      return { changed: (await store.moveRule(id, by)) ? await relabel() : 0 };
    },
    async importChoices({ corrections, rules, settings }) {
      await store.addChoices({ corrections, rules });
      const { kept, refused } = await parts.settings.restoreSettings(settings);
      // Labelled behind the answer: thousands of rules take a while.
      refresh();
      return { corrections: corrections.length, rules: rules.length, settings: kept, refused };
    },
    async acceptChanges() {
      return { accepted: await acceptChanges(parts, await situation()) };
    },
    async countAnew(asked) {
      const counted = await countAnew(parts, await situation(), asked);
      refresh();
      return { counted };
    },
    async restatedSeen() {
      await store.forgetRestated();
      return {};
    },
    async takeMove({ week, keys }) {
      const found = await Promise.all(keys.map((key) => store.occurrence(key)));
      const originals = found.filter((o) => o !== null);
      if (originals.length < keys.length) throw new StoreError('gone', 'an event is not there any more');
      const id = parts.newId();
      await store.takeMove({ id, takenMs: now(), week, originals });
      return { id };
    },
    async dropMove({ id }) {
      await store.dropMove(id);
      return { dropped: true };
    },
    async cancelImport({ inboxId }) {
      stops.stop(inboxId);
      await store.refuseInbox(inboxId, 'cancelled', 'the import was cancelled', now());
      readWanted();
      return {};
    },
    async cancelReading({ sourceId }) {
      stops.stop(sourceId);
      for (const want of await store.wanted())
        if (want.sourceId === sourceId) await store.unwant(sourceId, want.ask);
      return {};
    },
    async deleteEverything() {
      stops.stop();
      const done = await deleteEverything(parts);
      refresh();
      return done;
    },
    previewSummary: async () => previewSummary(parts, await situation()),
  };
}

/** An entry that a closed week still holds, though the calendar has forgotten it. */
async function closedEntry(store: BackgroundParts['store'], key: string): Promise<LabelledOccurrence | null> {
  const lists = await store.closedEntries();
  return lists.flatMap(({ entries }) => entries).find((entry) => entry.key === key) ?? null;
}

/** So long a source that is large to read is not read when a page opens. */
const RESTED_MS = HOUR_MS;

function hasRested({ kind, syncedMs, paused }: Source, nowMs: number): boolean {
  if (paused || SOURCE_TRAITS[kind].restMinutes === 0) return false;
  return syncedMs === null || Math.abs(nowMs - syncedMs) >= RESTED_MS;
}
