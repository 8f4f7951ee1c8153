import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createGoogleExports } from '../../../extension/background/google-export.ts';
import type { Occurrence } from '../../../src/calendar/occurrence.ts';
import { readExport } from '../../../src/sources/export/export-zip.ts';
import { fetchExport } from '../../../src/sources/export/fetch-export.ts';
import { readIcs } from '../../../src/sources/ics/read-ics.ts';
import { exampleAccount, exampleCalendar } from '../../servers/feed/google-export.ts';

const NOW = Date.UTC(2026, 10, 18, 12);
const bytes = (files: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([n, t]) => [n, new TextEncoder().encode(t)])));
const account = (): Record<string, string> => exampleAccount((name) => exampleCalendar(name, NOW));

describe('an export', () => {
  it('holds its calendars by name, and the own one apart', () => {
    const { calendars } = readExport(bytes(account()));
    expect(calendars.map((c) => [c.name, c.isOwn, c.isSubscribed])).toEqual([
      ['ada@example.org', true, false],
      ['Team', false, false],
      ['Holidays in Germany', false, true],
    ]);
    expect(JSON.stringify(calendars.map((c) => c.id))).not.toContain('@');
  });

  it('keeps the id of a calendar that gets another name', () => {
    const before = readExport(
      bytes({ 'Team_0a1b@group.calendar.google.com.ics': exampleCalendar('Team', NOW) }),
    );
    const after = readExport(
      bytes({ 'Crew_0a1b@group.calendar.google.com.ics': exampleCalendar('Crew', NOW) }),
    );
    expect(after.calendars[0]?.id).toBe(before.calendars[0]?.id);
  });

  it.each([
    ['cut', (zip: Uint8Array) => zip.subarray(0, zip.length - 60), 'feed-cut'],
    [
      'with more entries than are read',
      () => bytes(Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`${i}.ics`, '']))),
      'feed-too-large',
    ],
    [
      'that declares more than is unpacked',
      (zip: Uint8Array) => declaring(zip, 200 * 2 ** 20),
      'feed-too-large',
    ],
  ])('%s is refused', (_, broken, code) => {
    expect(() => readExport(broken(bytes(account())))).toThrowError(expect.objectContaining({ code }));
  });
});

/** Writes another size into the first entry of a zip's directory. */
function declaring(zip: Uint8Array, size: number): Uint8Array {
  const out = zip.slice();
  const at = Buffer.from(out).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  new DataView(out.buffer).setUint32(at + 24, size, true);
  return out;
}

interface Answers {
  [account: number]: () => Response;
}
const zipped = (files: Record<string, string>) => () => new Response(bytes(files) as BodyInit);
const fetching = (answers: Answers) => async (url: string) => {
  const place = Number(/\/u\/(\d)\//.exec(url)?.[1]);
  return answers[place]?.() ?? new Response('<html>sign in</html>');
};
const deadline = (): AbortSignal => new AbortController().signal;

describe('the answer of Google', () => {
  it.each([
    ['export-signed-out', () => new Response('<!doctype html>')],
    ['export-signed-out', () => new Response(null, { status: 401 })],
    ['export-blocked', () => new Response(null, { status: 403 })],
    ['feed-server', () => new Response(null, { status: 500 })],
    ['feed-pause', () => new Response(null, { status: 429 })],
  ])('is %s', async (code, answer) => {
    const parts = { fetch: fetching({ 0: answer }), deadline, origin: 'https://calendar.google.com' };
    await expect(fetchExport(parts, 0)).rejects.toMatchObject({ code });
  });

  it('that leads to another host is a page to sign in at', async () => {
    const fetch = async (_: string, init: RequestInit): Promise<Response> => {
      if (init.redirect === 'follow') throw new TypeError('Failed to fetch');
      return new Response(null, { status: 302 });
    };
    await expect(fetchExport({ fetch, deadline, origin: 'https://c' }, 0)).rejects.toMatchObject({
      code: 'export-signed-out',
    });
  });
});

describe('the accounts of a browser', () => {
  const secrets = new Map<string, unknown>();
  const exportsOver = (answers: Answers) =>
    createGoogleExports({
      secrets: {
        get: async (key) => secrets.get(key),
        set: async (key, value) => void secrets.set(key, value),
        remove: async (key) => void secrets.delete(key),
      },
      fetch: fetching(answers),
      deadline,
      now: () => NOW,
      origin: async () => 'https://calendar.google.com',
      read: async (text, options) => readIcs(text, options),
      names: { account: (n) => `Google ${n}`, own: 'My calendar' },
    });
  const other = { 'bo@example.org.ics': exampleCalendar('bo@example.org', NOW) };
  const source = { kind: 'google-export', name: '', addedMs: 0, syncedMs: null, trouble: null } as const;

  it('are told by what they hold, each once, without their address', async () => {
    const found = await exportsOver({
      0: zipped(account()),
      1: zipped(other),
      2: zipped(account()),
    }).accounts();
    expect(found).toEqual([
      { account: 0, calendars: ['My calendar', 'Team'] },
      { account: 1, calendars: ['My calendar'] },
    ]);
  });

  it('are followed when they change places, and never taken for one another', async () => {
    const { sourceId } = await exportsOver({ 0: zipped(account()) }).connect({
      kind: 'google-export',
      account: 0,
    });
    const context = { zone: 'Europe/Berlin', ownAddresses: [] };
    const moved = await exportsOver({ 0: zipped(other), 1: zipped(account()) }).reader(
      { id: sourceId, ...source },
      context,
    );
    expect((await moved?.calendars())?.map((c) => c.name)).toContain('Team');
    const gone = await exportsOver({ 0: zipped(other) }).reader({ id: sourceId, ...source }, context);
    await expect(gone?.calendars()).rejects.toMatchObject({ code: 'export-other-account' });
    const out = await exportsOver({}).reader({ id: sourceId, ...source }, context);
    await expect(out?.calendars()).rejects.toMatchObject({ code: 'export-signed-out' });
    expect(JSON.stringify([...secrets])).not.toContain('@');
  });

  it('are read calendar by calendar, from one download', async () => {
    let downloads = 0;
    const google = exportsOver({
      0: () => {
        downloads++;
        return zipped(account())();
      },
    });
    const { sourceId } = await google.connect({ kind: 'google-export', account: 0 });
    const reader = await google.reader(
      { id: sourceId, ...source },
      { zone: 'Europe/Berlin', ownAddresses: [] },
    );
    const read: Occurrence[] = [];
    for (const found of (await reader?.calendars()) ?? []) {
      const calendar = { sourceId, id: found.id, name: found.name, role: 'work' } as const;
      const window = { startMs: NOW - 7 * 86_400_000, endMs: NOW + 7 * 86_400_000 };
      for await (const page of reader?.pages(calendar, null, window) ?? []) read.push(...page.changed);
    }
    expect(downloads).toBe(1);
    expect(read).toHaveLength(12);
  });
});
