import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import { weekLoad } from '../../src/load/week.ts';
import { exportJson, occurrencesCsv, weeksCsv } from '../../src/report/export.ts';
import { occurrence } from '../load/arbitrary.ts';

const settings = defaultLoadSettings('UTC');
const met = (title: string): ReturnType<typeof occurrence> =>
  occurrence({ title, startMs: Date.UTC(2026, 10, 16, 9), endMs: Date.UTC(2026, 10, 16, 10) });

/** A reader of RFC 4180, to see what a program gets. */
function parse(csv: string): string[][] {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  for (let i = 0; i < csv.length; i++) {
    const c = csv[i];
    if (quoted && c === '"' && csv[i + 1] === '"') {
      field += '"';
      i++;
    } else if (c === '"') quoted = !quoted;
    else if (!quoted && (c === ',' || c === '\r')) {
      rows.at(-1)?.push(field);
      field = '';
      if (c === '\r') {
        rows.push([]);
        i++;
      }
    } else field += c;
  }
  return rows.slice(0, -1);
}

describe('the CSV of weeks', () => {
  const load = weekLoad('2026-11-16', [met('Sync')], settings);

  it('has whole numbers only, which every locale reads alike', () => {
    const [header = [], row = []] = parse(weeksCsv([load]));
    expect(row).toHaveLength(header.length);
    for (const value of row.slice(2, -1)) expect(value).toMatch(/^\d*$|^yes$|^no$/);
    expect(row[header.indexOf('management_minutes')]).toBe('60');
  });
});

describe('the CSV of occurrences', () => {
  it('gives every title back, but for an apostrophe before what a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.string(), (title) => {
        const [header = [], row = []] = parse(occurrencesCsv([met(title)], true));
        const got = row[header.indexOf('title')] ?? '';
        expect(got === title || got === `'${title}`).toBe(true);
        expect(got).not.toMatch(/^\s*[=+\-@]/);
      }),
    );
  });

  it('defuses formulas, and keeps the comma, the quote and the line inside their field', () => {
    const titleOf = (title: string): string => parse(occurrencesCsv([met(title)], true))[1]?.[3] ?? '';
    expect(titleOf('=HYPERLINK("http://x","y")')).toBe('\'=HYPERLINK("http://x","y")');
    expect(titleOf('Review, "final"\r\nv2')).toBe('Review, "final"\r\nv2');
  });

  it('leaves titles out where they were not asked for', () => {
    expect(occurrencesCsv([met('Layoffs')], false)).not.toContain('Layoffs');
    expect(exportJson([], [met('Layoffs')], false)).not.toContain('Layoffs');
  });
});
