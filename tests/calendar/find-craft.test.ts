import { describe, expect, it } from 'vitest';
import { CRAFTS, isCraft } from '../../src/calendar/craft.ts';
import { craftsOfTitle } from '../../src/calendar/find-craft.ts';
import { TITLES as de } from '../../src/calendar/job-titles/de.ts';
import { TITLES as en } from '../../src/calendar/job-titles/en.ts';
import { TITLES as es } from '../../src/calendar/job-titles/es.ts';
import { TITLES as fr } from '../../src/calendar/job-titles/fr.ts';
import { TITLES as ja } from '../../src/calendar/job-titles/ja.ts';
import { TITLES as pt } from '../../src/calendar/job-titles/pt.ts';

const TABLES = { en, de, fr, es, pt, ja };

describe.each(Object.entries(TABLES))('the job titles in %s', (_, table) => {
  const lines = table.trim().split('\n');
  const beginnings = lines.flatMap((line) => line.slice(line.indexOf(': ') + 2).split(', '));

  it('name every craft, by some hundreds of beginnings', () => {
    expect(lines.map((line) => line.split(':')[0])).toEqual([...CRAFTS]);
    expect(lines.map((line) => line.split(':')[0] ?? '').every(isCraft)).toBe(true);
    expect(beginnings.length).toBeGreaterThan(250);
  });

  it('are folded, so that what is typed can meet them', () => {
    for (const beginning of beginnings) {
      expect(beginning).not.toBe('');
      expect(beginning).toBe(beginning.toLowerCase().trim());
      expect(beginning.normalize('NFD')).not.toMatch(/\p{Script=Latin}\p{M}/u);
    }
  });
});

describe('a job title', () => {
  it.each([
    ['en', 'Software engineer', 'software'],
    ['en', 'Sales Engineer', 'sales-engineering'],
    ['en', 'Head teacher', 'teaching'],
    ['en', 'Product manager', 'product'],
    ['en', 'GP', 'medicine'],
    ['de', 'Ärztin', 'medicine'],
    ['de', 'Grundschullehrer:in (m/w/d)', 'teaching'],
    ['de', 'Kinderkrankenschwester', 'nursing'],
    ['de', 'Geigenbauerin', 'trades'],
    ['fr', 'infirmière', 'nursing'],
    ['fr', 'Infirmier', 'nursing'],
    ['fr', 'Coiffeuse', 'service'],
    ['fr', 'maître de conférences', 'academia'],
    ['es', 'Médica', 'medicine'],
    ['es', 'panadero', 'food'],
    ['es', 'Ingeniera de software', 'software'],
    ['pt', 'Advogada', 'law'],
    ['pt', 'Cientista de dados', 'data'],
    ['ja', '小学校の先生', 'teaching'],
    ['ja', '看護師長', 'nursing'],
    ['ja', 'データサイエンティスト', 'data'],
  ] as const)('in %s: "%s" is first taken for %s', (language, title, craft) => {
    expect(craftsOfTitle(title, TABLES[language])[0]).toBe(craft);
  });

  it('is found while it is being typed', () => {
    expect(craftsOfTitle('electr', en)).toContain('trades');
    expect(craftsOfTitle('boula', fr)).toEqual(['food']);
  });

  it('that says nothing finds nothing', () => {
    for (const nothing of ['', '  ', '()', 'xyzzy', 'a'])
      expect(craftsOfTitle(nothing, en), nothing).toEqual([]);
  });

  it('is answered with three crafts at most', () => {
    expect(craftsOfTitle('engineer teacher driver nurse chef', en).length).toBe(3);
  });
});
