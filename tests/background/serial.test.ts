import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coalesced } from '../../extension/background/serial.ts';

const turns = async (count: number): Promise<void> => {
  for (let i = 0; i < count; i++) await Promise.resolve();
};

/** Counts runs of a deed that takes some turns, how many were ever under way, and what each call had seen begin. */
function counted(length: number, fails = false) {
  let now = 0;
  const seen = { begun: 0, most: 0 };
  const run = coalesced(async () => {
    seen.begun++;
    seen.most = Math.max(seen.most, ++now);
    await turns(length);
    now--;
    if (fails) throw new Error('refused');
  });
  return { run, seen };
}

test('never has two runs under way, and each call waits for a run that began after it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(12), { maxLength: 12 }), fc.nat(9), async (gaps, length) => {
      const { run, seen } = counted(length);
      const calls: Promise<void>[] = [];
      for (const gap of gaps) {
        await turns(gap);
        const before = seen.begun;
        calls.push(run().then(() => expect(seen.begun).toBeGreaterThan(before)));
      }
      await Promise.all(calls);
      expect(seen.most).toBeLessThanOrEqual(1);
      expect(seen.begun).toBeLessThanOrEqual(gaps.length);
    }),
  );
});

test('makes one more run of any number of calls while one is under way', async () => {
  const { run, seen } = counted(20);
  const first = run();
  await turns(5);
  await Promise.all([first, run(), run(), run()]);
  expect(seen.begun).toBe(2);
});

test('runs again after a run that failed, whose failure is told to those who asked for it', async () => {
  const { run, seen } = counted(3, true);
  await expect(run()).rejects.toThrow('refused');
  await expect(run()).rejects.toThrow('refused');
  expect(seen.begun).toBe(2);
});
