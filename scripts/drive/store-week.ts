import type { LabelledOccurrence } from '../../src/calendar/label.ts';
import type { Calendar, Source } from '../../src/calendar/source.ts';
import type { Extension, ExtensionPage } from './extension-page.ts';
import { rows } from './store-rows.ts';
import { latestWeek, type TerminalWeek } from './terminal-week.ts';

/** How long the first reading of an account may take. */
const PATIENCE_MS = 5 * 60_000;

/**
 * The week of what the extension has in its store, once its sources have been read: the current one, or where it is
 * empty the latest before it that is not, or else the first after. Throws with a source's trouble.
 */
export async function storeWeek(extension: Extension, nowMs: number, zone: string): Promise<TerminalWeek> {
  const page = await extension.open('settings/index.html');
  try {
    await allRead(page);
    const calendars = await rows<Calendar>(page, 'calendars');
    const off = new Set(calendars.filter((c) => c.role === 'off').map((c) => `${c.sourceId} ${c.id}`));
    const occurrences = (await rows<LabelledOccurrence>(page, 'occurrences')).filter(
      (o) => !off.has(`${o.sourceId} ${o.calendarId}`),
    );
    const problems = (await rows<{ problems: { message: string }[] }>(page, 'problems')).flatMap((p) =>
      p.problems.map(({ message }) => message),
    );
    return latestWeek(occurrences, nowMs, zone, problems);
  } finally {
    await page.close();
  }
}

async function allRead(page: ExtensionPage): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const sources = await rows<Source>(page, 'sources');
    const trouble = sources.find((source) => source.trouble)?.trouble;
    if (trouble) throw new Error(`could not be read: ${trouble.detail ?? trouble.code}`);
    if (sources.length > 0 && sources.every((source) => source.syncedMs !== null)) return;
    if (performance.now() > until) throw new Error('the calendar was not read within five minutes');
    await new Promise((done) => setTimeout(done, 200));
  }
}
