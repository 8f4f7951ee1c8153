import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectCaldav } from '../../scripts/drive/caldav.ts';
import { rows as rowsOf } from '../../scripts/drive/store-rows.ts';
import { type DavServer, eventText, handOn } from '../servers/caldav/dav-server.ts';
import { QuirkyServer } from '../servers/caldav/quirky.ts';
import { startRadicale, startXandikos } from '../servers/caldav/real-servers.ts';
import { type Extension, type ExtensionPage, eventually, startExtension } from './harness.ts';

/** The part of the extension API that the tests use from within a page. */
interface Api {
  storage: { local: { get(key: string | null): Promise<Record<string, unknown>> } };
  runtime: { sendMessage(message: unknown): Promise<{ ok: boolean }> };
}
declare const browser: Api;
declare const chrome: Api;

interface Row {
  readonly sourceId: string;
  readonly title: string;
}
interface SourceRow {
  readonly id: string;
  readonly kind: string;
  readonly syncedMs: number | null;
  readonly trouble: { code: string } | null;
}

let extension: Extension;
let control: ExtensionPage;
let radicale: DavServer;
let xandikos: DavServer;
let quirky: { origin: string; close(): Promise<void> };
const sogo = new QuirkyServer({
  rootRefuses: true,
  forgotten: 'no-rows',
  rewritesHrefs: true,
  dirtyBytes: true,
});

beforeAll(async () => {
  [radicale, xandikos] = await Promise.all([startRadicale(), startXandikos()]);
  for (const server of [radicale, xandikos]) {
    await handOn(server).makeCalendar('work', 'Work');
    await handOn(server).put('work', 'one.ics', eventText('one', soon(1), 'One'));
  }
  sogo.add('personal', 'Personal', '<c:calendar/><c:schedule-outbox/>');
  for (const title of ['One', 'Two', 'Three']) {
    sogo.put('personal', `${title}@home.ics`, eventText(title, soon(2), title));
  }
  quirky = await sogo.listen();
  extension = await startExtension();
  control = await extension.open('settings/index.html');
});
afterAll(async () => {
  await extension?.close();
  await Promise.all([radicale?.close(), xandikos?.close(), quirky?.close()]);
});

/** A time some days from now, as iCalendar writes it. */
function soon(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
  return `${day}T090000Z`;
}

const rows = <T>(store: string): Promise<T[]> => rowsOf<T>(control, store);
const titlesOf = async (host: string): Promise<string[]> =>
  (await rows<Row>('occurrences'))
    .filter((row) => row.sourceId.includes(new URL(host).host))
    .map((row) => row.title.replace(/[^A-Za-z]/g, ''))
    .sort();
const command = (name: string, input: object): Promise<unknown> =>
  control.evaluate(
    async ([command, input]) =>
      (typeof browser === 'undefined' ? chrome : browser).runtime.sendMessage({ command, input }),
    [name, input] as const,
  );
/** Reads all sources, until what is stored of one is as expected. */
const followed = (host: string, expected: readonly string[]): Promise<boolean> =>
  eventually(async () => {
    await command('syncNow', {});
    return JSON.stringify(await titlesOf(host)) === JSON.stringify(expected);
  });

describe('a CalDAV account', () => {
  it('with a wrong password is not connected, and the page says what may help', async () => {
    const wrong = { server: radicale.origin, username: 'ada', password: 'guess' };
    await expect(connectCaldav(extension, wrong)).rejects.toThrow('app password');
    expect(await rows('sources')).toEqual([]);
  });

  it.each([
    ['Radicale', () => radicale],
    ['Xandikos', () => xandikos],
  ])('on a real %s is connected from its bare address, and followed', async (_, of) => {
    const server = of();
    await connectCaldav(extension, { server: server.origin, username: 'ada', password: 'secret' });
    await eventually(async () => (await titlesOf(server.origin)).length === 1);
    await handOn(server).put('work', 'two.ics', eventText('two', soon(3), 'Two'));
    await handOn(server).remove('work', 'one.ics');
    await server.restart();
    expect(await followed(server.origin, ['Two'])).toBe(true);
  });

  it('on a server whose root refuses is found through a redirect, and survives a forgotten token', async () => {
    await connectCaldav(extension, { server: quirky.origin, username: 'ada', password: 'secret' });
    await eventually(async () => (await titlesOf(quirky.origin)).length === 3);
    sogo.remove('personal', 'Two@home.ics');
    sogo.forget();
    expect(await followed(quirky.origin, ['One', 'Three'])).toBe(true);
  });

  it('keeps its password in storage.local alone, and leaves nothing when it is removed', async () => {
    const kept = async (): Promise<string> =>
      control.evaluate(
        async () =>
          JSON.stringify(await (typeof browser === 'undefined' ? chrome : browser).storage.local.get(null)),
        null,
      );
    expect(await kept()).toContain('secret');
    const sources = await rows<SourceRow>('sources');
    expect(sources.map((s) => s.trouble)).toEqual([null, null, null]);
    expect(JSON.stringify([sources, await rows('cursors'), await rows('calendars')])).not.toContain('secret');
    for (const { id } of sources) await command('removeSource', { sourceId: id });
    expect(await kept()).not.toContain('secret');
    // Swept in batches behind the answer.
    await eventually(async () => (await rows('occurrences')).length === 0);
  });
});
