import { expect, test } from 'vitest';
import type { Background } from '../../extension/background/background.ts';
import { readFile } from '../../extension/background/read-file.ts';
import { createPopupModel } from '../../extension/popup/model.ts';
import type { PopupView } from '../../extension/popup/view.ts';
import { comparisonWords } from '../../extension/popup/words.ts';
import { headlineWords } from '../../extension/report/headline-words.ts';
import { createReportModel } from '../../extension/report/model.ts';
import { RANGES, type ReportView } from '../../extension/report/view.ts';
import { committedModel } from '../../scripts/committed-model.ts';
import { createClassifier } from '../../src/classify/classifier.ts';
import { trend } from '../../src/cli/commands/trend.ts';
import { addWeeks } from '../../src/time/week.ts';
import { addDays } from '../../src/time/zone.ts';
import { calendar, run } from '../cli/run.ts';
import { Life } from '../sync/killable.ts';
import { pageOver } from './page-over.ts';
import { at, done, settled, World } from './world.ts';

/** The Monday on which the expert became Head of Engineering. */
const PROMOTED = '2026-06-08';

/** One series from `first` on: a weekly rule, at a local time, for so many minutes. */
function series(title: string, first: string, time: string, minutes: number, rule: string): string {
  const start = `${first.replaceAll('-', '')}T${time.replace(':', '')}00`;
  const guests =
    title === 'Focus time' ? '' : '\nATTENDEE:mailto:a@example.org\nATTENDEE:mailto:b@example.org';
  return `UID:${title} ${first}\nSUMMARY:${title}\nDTSTART;TZID=Europe/Berlin:${start}\nDURATION:PT${minutes}M\nRRULE:FREQ=${rule}${guests}`;
}

/** A quarter of an engineer and, after it, a year of management. */
const CALENDAR = calendar(
  series('Daily stand-up', '2026-03-16', '09:00', 30, 'WEEKLY;BYDAY=MO,TU,WE,TH,FR'),
  series('Code review', '2026-03-17', '14:00', 60, 'WEEKLY'),
  series('Retro', '2026-03-19', '11:00', 60, 'WEEKLY;INTERVAL=2'),
  series('All-hands', '2026-03-24', '10:00', 60, 'WEEKLY;INTERVAL=4'),
  series('Budget planning', '2026-06-08', '10:00', 120, 'WEEKLY;BYDAY=MO,WE'),
  series('Steering committee', '2026-06-09', '13:00', 150, 'WEEKLY'),
  series('Vendor negotiation', '2026-06-11', '13:30', 180, 'WEEKLY;BYDAY=TH,FR'),
  series('Status meeting', '2026-06-10', '14:00', 90, 'WEEKLY;BYDAY=WE,FR'),
  'UID:summer\nSUMMARY:Vacation\nDTSTART;VALUE=DATE:20260810\nDTEND;VALUE=DATE:20260822',
  'UID:winter\nSUMMARY:Vacation\nDTSTART;VALUE=DATE:20261221\nDTEND;VALUE=DATE:20270102',
);

async function promoted(wall: string): Promise<{ world: World; background: Background }> {
  const world = new World(wall);
  world.readFile = readFile;
  const model = committedModel();
  world.createClassifier = (options) => createClassifier({ model, ...options });
  const background = world.wake(new Life(Number.POSITIVE_INFINITY));
  await background.woken();
  await give(world, background);
  return { world, background };
}

/** The file is exported and given once more: what is said is as of now. */
async function give(world: World, background: Background): Promise<void> {
  const [replaces] = (await world.store.sources()).map(({ id }) => id);
  const inboxId = await world.store.putInbox({
    name: 'work.ics',
    text: CALENDAR,
    ...(replaces === undefined ? {} : { replaces }),
  });
  await done(background, 'importFile', { inboxId });
  await settled(background);
}

async function popupOf(world: World, background: Background, week: string): Promise<PopupView> {
  const model = createPopupModel(pageOver(world, background), week, false);
  try {
    for (let i = 0; i < 2000; i++) {
      const state = model.state.value;
      if (state.kind === 'week' && model.story.value) return state.view;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    throw new Error(`the popup stays ${JSON.stringify(model.state.value)}`);
  } finally {
    model.dispose();
  }
}

async function reportsOf(world: World, background: Background): Promise<ReportView[]> {
  if ((await world.store.changes()).length === 0) return [];
  const model = createReportModel(pageOver(world, background));
  const views: ReportView[] = [];
  try {
    for (const range of RANGES) {
      await model.show(range);
      const state = model.state.value;
      if (state.kind !== 'report') throw new Error(`the report stays ${state.kind}`);
      views.push(state.view);
    }
    return views;
  } finally {
    model.dispose();
  }
}

/** The Fridays that are looked at: some until the change is told, then three of the year; every one of them at length. */
const FRIDAYS = Array.from({ length: 50 }, (_, i) => i).filter(
  (i) => process.env.CRAFTWEEK_LONG || [1, 3, 4, 7, 26, 49].includes(i),
);

/** Everything that the surfaces say on a Friday at four. */
async function said(world: World, background: Background, week: string) {
  const page = pageOver(world, background);
  const { t } = page;
  await background.alarm('summary');
  const popup = await popupOf(world, background, addWeeks(week, -1));
  const reports = await reportsOf(world, background);
  const { text } = world.shown.at(-1) ?? { text: { title: '', body: '' } };
  const terminal = await Promise.all(
    ['12', '26', '52'].map((weeks) =>
      run(trend, ['work.ics', '--weeks', weeks], { 'work.ics': CALENDAR }, { now: () => world.nowMs }),
    ),
  );
  const sentences = {
    popup: popup.comparison ? comparisonWords(popup.comparison, t) : '',
    badge: world.badge.title,
    notification: `${text.title}\n${text.body}`,
    reports: reports.map((view) => headlineWords(view, 'mastery', world.nowMs, t)),
    terminal: terminal.map(({ out }) => out),
  };
  return { popup, reports, sentences };
}

const percentOf = (share: number): string => `${Math.round(share * 100)}%`;

test('over a year after a drop every surface tells the one record of it, and none that all is as usual', async () => {
  const { world, background } = await promoted('2026-06-05T16:00');
  let told = 0;
  for (const i of FRIDAYS) {
    const week = addWeeks(PROMOTED, i);
    world.nowMs = at(`${addDays(week, 4)}T16:00`);
    await give(world, background);
    const { popup, reports, sentences } = await said(world, background, week);
    const [record, ...others] = await world.store.changes();
    expect(others).toEqual([]);
    if (/Since the week of June 8 /.test(sentences.notification)) told++;
    if (i > 0) expect(JSON.stringify(sentences), week).not.toMatch(/\babove\b/);
    if (!record) {
      // A drop is not known for one before it has lasted some weeks.
      expect(i).toBeLessThanOrEqual(4);
      continue;
    }
    expect(record).toMatchObject({ week: PROMOTED, level: 'lasting' });
    const [before, after] = [percentOf(record.before), percentOf(record.after)];
    expect(Number.parseInt(before, 10) - Number.parseInt(after, 10)).toBeGreaterThan(40);
    // The report and its check-up, at every range.
    const year = week >= '2027' ? ', 2026' : '';
    for (const [at, view] of reports.entries()) {
      expect(sentences.reports[at]).toBe(
        `Since the week of June\u00a08${year.replace(' ', '\u00a0')} your craft share is ${after}; before it was ${before}.`,
      );
      expect(view.figure.value).toBe(record.after);
      expect(view.figure.craftShare).toBe(record.after);
      expect(view.ownBest).toBeGreaterThanOrEqual(record.before);
      expect(view.causes).toEqual(record.causes);
    }
    for (const out of sentences.terminal) {
      const range = `since the week of 2026-06-08 the craft share is ${after}; before it was ${before}`;
      expect(out).toContain(range);
      expect(out).not.toContain('No lasting change');
    }
    // A week away is compared with nothing; every other is below the level from before.
    if (popup.standing === 'over') {
      expect(sentences.popup).toMatch(new RegExp(`^\\d+ points below the ${before} before June 8$`));
      expect(popup.headline.yardstick).toMatchObject({ kind: 'before-change', share: record.before });
    }
    expect(sentences.notification).toMatch(
      new RegExp(`before it was ${before}|Before June 8 it was ${before}`),
    );
  }
  expect(told).toBe(1);
  expect(world.reports).toEqual([]);
}, 60_000);
