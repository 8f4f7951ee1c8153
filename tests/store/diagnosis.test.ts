import { expect, test } from 'vitest';
import { occurrence, storeWithCalendar, write } from './fixtures.ts';

test('the report for the maintainer counts everything and tells nothing of it', async () => {
  const store = await storeWithCalendar();
  const secret = 'secret-word';
  await store.putSource(
    { id: `google:${secret}@example.org`, kind: 'google', name: `${secret}@example.org` },
    1,
  );
  await store.putCalendars('s', [{ id: 'c', name: secret }]);
  await write(store, [occurrence({ title: secret, description: secret, location: secret, uid: secret })], {
    problems: [{ code: 'broken-event', message: secret, line: 3 }],
  });
  await store.sourceFailed('s', { code: 'server-error', detail: secret, nowMs: 5 });
  const example = { title: secret, people: 2, recurring: 'none' };
  const scope = { kind: 'title', title: secret } as const;
  await store.addCorrection({ id: secret, madeMs: 1, scope, verdict: 'people', example });
  await store.addRule({ id: 'r', field: 'title', value: secret, verdict: 'ignore' });
  await store.putInbox({ name: `${secret}.ics`, text: secret });

  const diagnosis = await store.diagnosis();
  expect(JSON.stringify(diagnosis)).not.toContain(secret);
  expect(JSON.stringify(diagnosis)).not.toContain('example.org');
  expect(diagnosis.rows).toMatchObject({ occurrences: 1, corrections: 1, rules: 1, inbox: 1 });
  expect(diagnosis.sources.find((s) => s.occurrences === 1)).toMatchObject({
    kind: 'google',
    trouble: { code: 'server-error', sinceMs: 5 },
    calendars: { work: 1 },
    problems: { 'broken-event': 1 },
  });
  expect(diagnosis.waiting).toEqual([{ characters: secret.length, attempts: 0, setAside: null }]);
});
