import type { Source } from '../../src/calendar/source.ts';
import { knownOf } from '../../src/history/as-of.ts';
import { loadFingerprint } from '../../src/load/week-summary.ts';
import type { SourceReader } from '../../src/sources/contract.ts';
import { fileReader } from '../../src/sources/file/file-reader.ts';
import { sampleReader } from '../../src/sources/sample/sample-reader.ts';
import { isOwn } from '../../src/sources/traits.ts';
import { badgeText } from '../../src/summary/badge.ts';
import { nextSummaryAt } from '../../src/summary/due.ts';
import { type ImportRun, importWaiting } from '../../src/sync/import-file.ts';
import { relabelAll } from '../../src/sync/relabel.ts';
import { syncSources } from '../../src/sync/sync.ts';
import { weekSummary } from '../../src/sync/week-summaries.ts';
import { DAY_MS, MINUTE_MS } from '../../src/time/interval.ts';
import { addWeeks, weekAt, weekInterval } from '../../src/time/week.ts';
import { addDays, dateIn, startOfDate } from '../../src/time/zone.ts';
import { percent } from '../../src/words/format.ts';
import type { Answer } from './commands.ts';
import { connectorOf } from './connectors.ts';
import { handlersOf } from './handlers.ts';
import { closePast, keepHomeZone, noteLater } from './history-step.ts';
import type { AlarmName, BackgroundParts } from './parts.ts';
import { type OwnPages, receive, type Sender } from './receive.ts';
import { coalesced, serial } from './serial.ts';
import { type Situation, situations } from './situation.ts';
import { scheduleOf, showDueSummary, summarySeen, weekOfNotification } from './summary-step.ts';

/** How often the sources are read (issue 4). */
export const SYNC_MINUTES = 30;
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
  const inTurn = serial();

  const importRun = async (): Promise<ImportRun> => {
    const { context, label } = await situation();
    return { store, read: parts.readFile, label: await label(), context, now };
  };

  const readerOf = async (source: Source, here: Situation): Promise<SourceReader | null> => {
    if (source.kind === 'ics-file') return fileReader(source, store, parts.readFile, here.context);
    if (source.kind === 'sample') {
      const names = { source: source.name, calendar: parts.t('sample_calendar_name') };
      return sampleReader(parts.makeSample, names, now, here.zone);
    }
    return connectorOf(parts.connectors, source.kind)?.reader(source, here.context) ?? null;
  };

  /** One run over what is wanted; never throws. */
  const sync = async (): Promise<void> => {
    try {
      const here = await situation();
      await syncSources(
        {
          store,
          readerOf: (source) => readerOf(source, here),
          label: await here.label(),
          now,
          zone: here.zone,
          locks: parts.locks,
          holder: parts.newId(),
        },
        null,
      );
    } catch (error) {
      // The next alarm tries again; what was written so far stands, and what is wanted stays wanted.
      parts.report('sync', error);
    }
  };

  const setAlarms = async (here: Situation): Promise<void> => {
    await alarms.every('sync', SYNC_MINUTES);
    const tomorrow = addDays(dateIn(here.zone, now()), 1);
    await alarms.at('midnight', startOfDate(tomorrow, here.zone));
    const schedule = scheduleOf(here);
    if (schedule.on) await alarms.at('summary', nextSummaryAt(now(), here.zone, schedule));
    else await alarms.clear('summary');
  };

  const showToolbar = async (here: Situation): Promise<void> => {
    const { t } = parts;
    const sources = await store.sources();
    const week = weekAt(now(), here.zone, here.load.weekStart);
    // The sample fills pages and nothing else.
    const known = knownOf(weekInterval(week, here.zone), sources, now()).kind !== 'not-known';
    const load = known && sources.some(isOwn) ? await weekSummary(store, week, here.load) : null;
    const share = load && load.countedOccurrences > 0 ? load.craftShare : null;
    const title =
      share === null ? t('badge_title_none') : t('badge_title', { share: percent(share, t.locale) });
    await parts.toolbar.show(share, badgeText(share), title);
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
        await inTurn(async () => relabelAll(store, await here.label()));
      }
      await setAlarms(here);
      await closePast(parts, here);
      await showDueSummary(parts, here);
      await computeWeeks(here);
      if ((await store.wanted()).length > 0) await alarms.at('resume', now() + RESUME_MS);
      else await alarms.clear('resume');
      // Last, since it is only shown: a toolbar that cannot be drawn takes nothing with it.
      await showToolbar(here);
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
      await sync();
    }
    await refresh();
  };

  /** Reads every source. */
  const readAll = async (): Promise<void> => {
    await store.want({});
    await store.noteSync(now());
    await readWanted();
  };

  /** Takes up what a kill has cut short. */
  const resume = async (): Promise<void> => {
    await inTurn(async () => importWaiting(await importRun()));
    await store.forgetInbox(now() - OUTCOME_MS);
    const last = await store.lastSync();
    // A clock that went back would keep the sources waiting.
    const due = last === null || Math.abs(now() - last) >= SYNC_MINUTES * MINUTE_MS;
    if (due) await readAll();
    else await readWanted();
  };

  const handlers = handlersOf({
    parts,
    situation,
    importRun,
    refresh: () => void refresh(),
    readWanted: () => void safely('sync', readWanted)(),
  });
  const inOrder = Object.fromEntries(
    Object.entries(handlers).map(([name, handle]) => [
      name,
      (input: never) => inTurn(() => (handle as (input: never) => Promise<unknown>)(input)),
    ]),
  ) as unknown as typeof handlers;

  /** Events wait for no answer: what fails in them is reported, and the next event tries again. */
  const safely = (what: string, work: () => Promise<void>) => async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      parts.report(what, error);
    }
  };

  const clicked = async (id: string): Promise<void> => {
    const about = weekOfNotification(id);
    if (!about) return;
    if (!about.preview) await summarySeen(parts, about.week);
    await parts.notifier.clear(id);
    await parts.openPage(`report/index.html?week=${about.week}`);
  };
  const closed = async (id: string): Promise<void> => {
    const about = weekOfNotification(id);
    if (about && !about.preview) await summarySeen(parts, about.week);
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
    message: (message, sender, own) => receive(message, sender, own, inOrder),
    settingsChanged: safely('settings', readWanted),
    notificationClicked: (id) => safely('click', () => clicked(id))(),
    notificationClosed: (id) => safely('close', () => closed(id))(),
  };
}
