import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectAddress } from '../../scripts/drive/address.ts';
import { startGoogleExport } from '../../scripts/drive/google-export.ts';
import { rows as rowsOf } from '../../scripts/drive/store-rows.ts';
import { exampleCalendar } from '../servers/feed/google-export.ts';
import { type FeedServer, saying, startFeedServer } from '../servers/feed/server.ts';
import { type Extension, type ExtensionPage, eventually, startExtension } from './harness.ts';

/** The part of the extension API that the tests use from within a page. */
interface Api {
  runtime: { sendMessage(message: unknown): Promise<{ ok: boolean }> };
}
declare const browser: Api;
declare const chrome: Api;

interface SourceRow {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly syncedMs: number | null;
  readonly trouble: { readonly code: string } | null;
}

const FEED = exampleCalendar('Team', Date.now());
const PATH = '/private-0123456789abcdef/basic.ics';

let extension: Extension;
let control: ExtensionPage;
let server: FeedServer;

beforeAll(async () => {
  server = await startFeedServer();
  server.answers.set(PATH, saying(FEED));
  extension = await startExtension();
  control = await extension.open('settings/index.html');
});
afterAll(async () => {
  await extension?.close();
  await server?.close();
});

const command = (name: string, input: object): Promise<{ ok: boolean }> =>
  control.evaluate(
    async ([command, input]) =>
      (typeof browser === 'undefined' ? chrome : browser).runtime.sendMessage({ command, input }),
    [name, input] as const,
  );
const source = async (kind: string): Promise<SourceRow | undefined> =>
  (await rowsOf<SourceRow>(control, 'sources')).find((row) => row.kind === kind);
const titlesOf = async (sourceId: string): Promise<string[]> =>
  (await rowsOf<{ sourceId: string; title: string }>(control, 'occurrences'))
    .filter((row) => row.sourceId === sourceId)
    .map(({ title }) => title)
    .sort();

const TITLES = ['1:1 with Bo', 'Budget', 'Design review', 'Focus: type drawing'];

describe('a calendar by its address', () => {
  it('is refused in words where it is a page, and the words do not hold the address', async () => {
    server.answers.set(
      '/page',
      saying('<!doctype html><title>Hello</title>', { 'content-type': 'text/html' }),
    );
    const refused = await connectAddress(extension, `${server.origin}/page`).catch(String);
    expect(refused).toMatch(/^Error: .{10,}/);
    expect(refused).not.toContain(server.origin);
    expect(await source('ics-address')).toBeUndefined();
  });

  it('is connected through the page, and what changes there is followed', async () => {
    await connectAddress(extension, `${server.origin}${PATH}`);
    const id = await eventually(async () => {
      const row = await source('ics-address');
      return row && (await titlesOf(row.id)).length === TITLES.length ? row.id : null;
    });
    expect(await titlesOf(id)).toEqual(TITLES);
    server.answers.set(PATH, saying(FEED.replace('SUMMARY:Budget', 'SUMMARY:Budget and staffing')));
    await eventually(async () => {
      await command('syncNow', { sourceId: id });
      return (await titlesOf(id)).includes('Budget and staffing');
    });
  });

  it('keeps what was read where the address is gone, and says so', async () => {
    server.answers.delete(PATH);
    const { id: sourceId = '' } = (await source('ics-address')) ?? {};
    const troubled = await eventually(async () => {
      await command('syncNow', { sourceId });
      const row = await source('ics-address');
      return row?.trouble ? row : null;
    });
    const asked = server.asked.length;
    await command('syncNow', { sourceId });
    await eventually(async () => server.asked.length > asked);
    // Its age is that of the last reading that succeeded.
    expect((await source('ics-address'))?.syncedMs).toBe(troubled.syncedMs);
    expect(await titlesOf(sourceId)).toHaveLength(TITLES.length);
  });

  it('can be named, and asks for nothing while it rests', async () => {
    const { id = '' } = (await source('ics-address')) ?? {};
    server.answers.set(PATH, saying(FEED));
    expect(await command('setSource', { sourceId: id, name: 'The team', paused: true })).toMatchObject({
      ok: true,
    });
    expect((await source('ics-address'))?.name).toBe('The team');
    const asked = server.asked.length;
    await command('syncNow', {});
    await new Promise((done) => setTimeout(done, 1000));
    expect(server.asked).toHaveLength(asked);
    expect(await titlesOf(id)).toHaveLength(TITLES.length);
  });
});

describe('Google’s own export', () => {
  it('is read with the cookies of a tab, Lax and Strict, by one click', async () => {
    await startGoogleExport(extension);
    const id = await eventually(async () => {
      const row = await source('google-export');
      return row?.syncedMs ? row.id : null;
    });
    expect(new Set(await titlesOf(id))).toEqual(new Set(TITLES));
  });

  it('keeps what was read while Google cannot be reached', async () => {
    const before = await source('google-export');
    await eventually(async () => {
      await command('syncNow', { sourceId: before?.id });
      return (await source('google-export'))?.trouble ?? null;
    });
    expect(new Set(await titlesOf(before?.id ?? ''))).toEqual(new Set(TITLES));
  });
});
