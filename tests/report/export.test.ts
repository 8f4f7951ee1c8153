import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultLoadSettings } from '../../src/load/settings.ts';
import { weekLoad } from '../../src/load/week.ts';
import { exportJson, occurrencesCsv, weeksCsv } from '../../src/report/export.ts';
import { occurrence } from '../load/arbitrary.ts';

const settings = defaultLoadSettings('UTC');
const ALL = { titles: true, zone: 'Asia/Kolkata' } as const;
const met = (title: string): ReturnType<typeof occurrence> =>
  occurrence({ title, startMs: Date.UTC(2026, 10, 16, 9), endMs: Date.UTC(2026, 10, 16, 10) });

/** A reader of RFC 4180, to see what a program gets. */
function parse(text: string): string[][] {
  expect(text[0]).toBe('\ufeff');
  const csv = text.slice(1);
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
    const [header = [], row = []] = parse(weeksCsv([load], ','));
    expect(row).toHaveLength(header.length);
    for (const value of row.slice(2, -1)) expect(value).toMatch(/^\d*$|^yes$|^no$/);
    expect(row[header.indexOf('management_minutes')]).toBe('60');
  });
});

describe('the CSV of occurrences', () => {
  it('gives every title back, but for an apostrophe before what a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.string(), (title) => {
        const [header = [], row = []] = parse(occurrencesCsv([met(title)], ALL, ','));
        const got = row[header.indexOf('title')] ?? '';
        expect(got === title || got === `'${title}`).toBe(true);
        expect(got).not.toMatch(/^\s*[=+\-@]/);
      }),
    );
  });

  it('defuses formulas, and keeps the comma, the quote and the line inside their field', () => {
    const titleOf = (title: string): string => parse(occurrencesCsv([met(title)], ALL, ','))[1]?.[3] ?? '';
    expect(titleOf('=HYPERLINK("http://x","y")')).toBe('\'=HYPERLINK("http://x","y")');
    expect(titleOf('Review, "final"\r\nv2')).toBe('Review, "final"\r\nv2');
  });

  it('has the date and the time of the home zone beside UTC', () => {
    const [header = [], row = []] = parse(occurrencesCsv([met('Sync')], ALL, ','));
    const value = (name: string): string | undefined => row[header.indexOf(name)];
    expect(value('start')).toBe('2026-11-16T09:00:00.000Z');
    expect([value('local_start_date'), value('local_start_time')]).toEqual(['2026-11-16', '14:30']);
    expect([value('local_end_date'), value('local_end_time')]).toEqual(['2026-11-16', '15:30']);
  });

  it('parts fields as it is told to, and quotes what holds the separator', () => {
    const text = occurrencesCsv([met('Review; final, v2')], ALL, ';');
    expect(text).toContain('no;"Review; final, v2";');
    expect(occurrencesCsv([met('Review, final')], ALL, '\t')).toContain('no\tReview, final\t');
  });

  it('leaves titles out where they were not asked for', () => {
    expect(occurrencesCsv([met('Layoffs')], { ...ALL, titles: false }, ',')).not.toContain('Layoffs');
    expect(exportJson([], [met('Layoffs')], { ...ALL, titles: false })).not.toContain('Layoffs');
  });
});
