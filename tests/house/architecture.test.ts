import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
// @ts-expect-error: a configuration in plain JavaScript
import cruiser from '../../.dependency-cruiser.mjs';

const root = join(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
/** The drawing at the top, and the rooms that it names, indented by two below their floor. */
const drawing = text.slice(0, text.indexOf('## The data'));
const drawn = [...drawing.matchAll(/^ {6}((?:\w+\/ ?)+)(?: |$)/gm)].flatMap(([, names = '']) =>
  names.split(/\/ ?/),
);

const foldersIn = (path: string): string[] =>
  readdirSync(join(root, path)).filter((name) => statSync(join(root, path, name)).isDirectory());

describe('the map of the house', () => {
  it('draws every room, and no other', () => {
    const rooms = ['src', 'extension'].flatMap(foldersIn);
    expect(drawn.filter((name) => name !== '').sort()).toEqual(rooms.sort());
  });

  it('names no folder or file that is not there', () => {
    const named = [...text.matchAll(/`((?:src|extension|tests|scripts|bench|docs)\/[\w./-]+)`/g)];
    expect(named.length).toBeGreaterThan(30);
    expect(named.map(([, path = '']) => path).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('names in the three ways what the files hold', () => {
    const ways = text.slice(text.indexOf('## Three ways'), text.indexOf('## The arrows'));
    const steps = [...ways.matchAll(/`([\w/.-]+\.tsx?)`\s+\(`(\w+)`\)/g)];
    expect(steps.length).toBeGreaterThan(15);
    const absent = steps.filter(
      ([, path = '', name = '']) => !new RegExp(`\\b${name}\\b`).test(readFileSync(join(root, path), 'utf8')),
    );
    expect(absent.map(([step]) => step)).toEqual([]);
  });

  it('lists the arrows as they are checked', () => {
    const checked = (cruiser.forbidden as { name: string }[]).flatMap(({ name }) => {
      const match = /^src\/(\S+) imports only (.*)$/.exec(name);
      return match ? [[match[1], match[2] === 'itself' ? 'nothing' : match[2]]] : [];
    });
    const section = text.slice(text.indexOf('## The arrows'), text.indexOf('## Where do I change'));
    const listed = [...section.matchAll(/^ {4}(\S+) +(.+)$/gm)].map(([, room, rooms]) => [room, rooms]);
    expect(listed).toEqual(checked);
  });
});
