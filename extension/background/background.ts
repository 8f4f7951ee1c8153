import { loadFingerprint } from '../../src/load/week-summary.ts';
import { type ImportRun, importWaiting } from '../../src/sync/import-file.ts';
import { relabelAll } from '../../src/sync/relabel.ts';
import { weekSummary } from '../../src/sync/week-summaries.ts';
import { DAY_MS, MINUTE_MS } from '../../src/time/interval.ts';
import { addWeeks, weekAt } from '../../src/time/week.ts';
import { keepChanges } from './change-step.ts';
import type { Answer } from './commands.ts';
import { finishDeleting } from './delete-everything.ts';
import { SYNC_MINUTES, setAlarms, showToolbar } from './derived.ts';
import { handlersOf } from './handlers.ts';
import { closePast, keepHomeZone, noteLater } from './history-step.ts';
import { showDueLookAhead, weekOfLookAhead } from './look-ahead-step.ts';
import type { AlarmName, BackgroundParts } from './parts.ts';
import { readSources } from './reading.ts';
import { type OwnPages, receive, type Sender } from './receive.ts';
import { coalesced, serial } from './serial.ts';
import { type Situation, situations } from './situation.ts';
import { stops as stopsOf } from './stops.ts';
import { showDueSummary, summarySeen, weekOfNotification } from './summary-step.ts';
import { boundTold } from './told-ahead.ts';

/** Work that was cut short is taken up after this long. */
const RESUME_MS = MINUTE_MS;
/** Weeks kept computed for yardstick and trend. */
const WEEKS_COMPUTED = 53;
/** How long the outcome of an import is kept for a page that asks again. */
const OUTCOME_MS = DAY_MS;

/** The background: each method is an event. All of them can be cut short at any line and called again. */
export interface Background {
  /** The script was started, by whatever event: takes up what was cut short. */
  woken(): Promise<void>;
  /** The browser was started, or the extension installed or updated: reads the sources. */
  started(): Promise<void>;
  installed(): Promise<void>;
  alarm(name: string): Promise<void>;
  message(message: unknown, sender: Sender, own: OwnPages): Promise<Answer<unknown>>;
  settingsChanged(): Promise<void>;
  notificationClicked(id: string): Promise<void>;
  notificationClosed(id: string): Promise<void>;
}

export function createBackground(parts: BackgroundParts): Background {
  const { store, alarms, now } = parts;
  const situation = situations(parts);
  const imports = serial();
  const labels = serial();
  const stops = stopsOf();

  const importRun = async (): Promise<ImportRun> => {
    const { context, label } = await situation();
    return { store, read: parts.readFile, signalOf: stops.signal, label: await label(), context, now };
  };

  /** Computes the open weeks that trend and yardstick want, newest first, and what is to be noted of closed ones. */
  const computeWeeks = async (here: Situation): Promise<void> => {
    const extent = await store.extent();
    if (!extent) return;
    const current = weekAt(now(), here.zone, here.load.weekStart);
    const first = weekAt(extent.startMs, here.zone, here.load.weekStart);
    const all = Array.from({ length: WEEKS_COMPUTED }, (_, i) => addWeeks(current, -i));
    const wanted = all.filter((week) => week >= first);
    const closed = new Set((await store.closedWeeks()).map((row) => row.week));
    const rows = new Map((await store.weeks()).map((row) => [row.week, row.fingerprint]));
    const missing = wanted.filter(
      (week) => !closed.has(week) && rows.get(week) !== loadFingerprint(here.loadAt(week)),
    );
    for (const week of missing) await weekSummary(store, week, here.loadAt(week));
    await noteLater(parts, here);
  };

  /** Brings everything that is derived up to date: labels, toolbar, alarms, summary, weeks. */
  const refresh = coalesced(async () => {
    try {
      await keepHomeZone(parts);
      const here = await situation();
      await store.expectLabels(here.fingerprint);
      if ((await store.labelsState()).pendingAfter !== null) {
        await alarms.at('resume', now() + RESUME_MS);
        await labels(async () => relabelAll(store, await here.label()));
      }
      await setAlarms(parts, here);
      await closePast(parts, here);
      await boundTold(parts, here);
      await keepChanges(parts, here);
      await showDueSummary(parts, here);
      await showDueLookAhead(parts, here);
      await computeWeeks(here);
      if ((await store.wanted()).length > 0) await alarms.at('resume', now() + RESUME_MS);
      else await alarms.clear('resume');
      while (!(await store.sweep()).done);
      // Last, since it is only shown: a toolbar that cannot be drawn takes nothing with it.
      await showToolbar(parts, here);
    } catch (error) {
      parts.report('refresh', error);
    }
  });

  /** Reads what is wanted; what is asked for during it is read too, by this run or by the resumed one. */
  const readWanted = async (): Promise<void> => {
    const here = await situation();
    await store.expectReading(here.readBy);
    if ((await store.wanted()).length > 0) {
      await alarms.at('resume', now() + RESUME_MS);
      await readSources(parts, here, stops);
    }
    await refresh();
  };

  /** Reads every source. */
  const readAll = async (): Promise<void> => {
    await store.want({});
    await store.noteSync(now());
    await readWanted();
  };

  /** Imports the files that wait; what is refused stays waiting, and takes nothing else with it. */
  const takeUpImports = async (): Promise<void> => {
    try {
      const taken = await imports(async () => importWaiting(await importRun()));
      if (taken > 0) await refresh();
    } catch (error) {
      parts.report('import', error);
    }
  };

  /** Takes up what a kill has cut short. A file that waits holds up nothing of the rest. */
  const resume = async (): Promise<void> => {
    await finishDeleting(parts);
    const importing = takeUpImports();
    await store.forgetInbox(now() - OUTCOME_MS);
    const last = await store.lastSync();
    // A clock that went back would keep the sources waiting.
    const due = last === null || Math.abs(now() - last) >= SYNC_MINUTES * MINUTE_MS;
    if (due) await readAll();
    else await readWanted();
    await importing;
  };

  const handlers = handlersOf({
    parts,
    situation,
    importRun,
    imports,
    labels,
    stops,
    refresh: () => void refresh(),
    readWanted: () => void safely('sync', readWanted)(),
  });

  /** Events wait for no answer: what fails in them is reported, and the next event tries again. */
  const safely = (what: string, work: () => Promise<void>) => async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      parts.report(what, error);
    }
  };

  /** A note was clicked or closed: it has been on the screen. Answers with the page that it leads to. */
  const seen = async (id: string): Promise<string | null> => {
    const ahead = weekOfLookAhead(id);
    if (ahead !== null) {
      await store.putLookAhead(ahead, 'shown');
      return 'report/index.html#plan';
    }
    const about = weekOfNotification(id);
    if (!about) return null;
    if (about.kind === 'week') await summarySeen(parts, about.week);
    return `report/index.html?week=${about.week}`;
  };
  const clicked = async (id: string): Promise<void> => {
    const page = await seen(id);
    if (page === null) return;
    await parts.notifier.clear(id);
    await parts.openPage(page);
  };
  const rung = async (name: string): Promise<void> => {
    switch (name as AlarmName) {
      case 'sync':
      case 'summary':
        return readAll();
      case 'midnight':
      case 'resume':
        return resume();
      default:
        // An alarm of an older version: nobody sets it any more.
        return;
    }
  };

  return {
    woken: safely('resume', resume),
    started: safely('start', readAll),
    installed: safely('install', () => parts.openPage('welcome/index.html')),
    alarm: (name) => safely(`alarm ${name}`, () => rung(name))(),
    message: (message, sender, own) => receive(message, sender, own, handlers),
    settingsChanged: safely('settings', readWanted),
    notificationClicked: (id) => safely('click', () => clicked(id))(),
    notificationClosed: (id) => safely('close', async () => void (await seen(id)))(),
  };
}
