import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const craftweek = (
  args: readonly string[],
  input = '',
): { status: number | null; out: string; err: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/craftweek.ts', ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr };
};

describe('the program', () => {
  it('ends with 2 and its usage where it is called wrongly, on stderr', () => {
    for (const args of [[], ['fortnight'], ['week'], ['week', 'x.ics', '--zone', 'Nowhere']]) {
      const { status, out, err } = craftweek(args);
      expect(status, args.join(' ')).toBe(2);
      expect(out).toBe('');
      expect(err).toMatch(/craftweek/);
    }
  });

  it('prints its usage when asked, and ends with 0', () => {
    expect(craftweek(['--help'])).toMatchObject({
      status: 0,
      out: expect.stringContaining('craftweek week'),
    });
  });

  it('reads standard input, and ends with 1 where that is no calendar', () => {
    const text =
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20261116T090000Z\nDURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR\n';
    const window = ['--from', '2026-11-16', '--to', '2026-11-17', '--json'];
    const good = craftweek(['events', '-', ...window], text);
    expect(good.status).toBe(0);
    expect(JSON.parse(good.out)).toHaveLength(1);
    const bad = craftweek(['events', '-', ...window], 'Dear diary');
    expect(bad.status).toBe(1);
    expect(bad.err.trim().split('\n')).toHaveLength(1);
  });
});
