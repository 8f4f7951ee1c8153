import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const files = (dir: string): { path: string; text: string }[] =>
  readdirSync(join(root, dir), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|html|css)$/.test(entry.name))
    .map((entry) => ({
      path: join(entry.parentPath, entry.name),
      text: readFileSync(join(entry.parentPath, entry.name), 'utf8'),
    }));

describe('the manifest', () => {
  const manifest = JSON.parse(read('manifest.json')) as Record<string, unknown>;

  it('asks for three permissions at install, and for no host', () => {
    expect(manifest.permissions).toEqual(['storage', 'alarms', 'notifications']);
    expect(manifest.host_permissions).toBeUndefined();
    expect(manifest.optional_permissions).toEqual(['identity']);
    expect(manifest.content_scripts).toBeUndefined();
  });

  it('lets no page run code from elsewhere', () => {
    const policy = (manifest.content_security_policy as { extension_pages: string }).extension_pages;
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe|\*\.|http:\/\/(?!127\.0\.0\.1|localhost)/);
  });
});

describe('the source', () => {
  it('loads no code, font or picture from elsewhere', () => {
    const remote =
      /<(script|link|img)[^>]+https?:|@import\s+url|url\(\s*['"]?https?:|\beval\(|new Function\(/;
    const found = files('extension').filter(({ text }) => remote.test(text));
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it('puts a date on everything left to do', () => {
    const undated = /\bTODO(?! \[\d{4}-\d{2}\])|\bFIXME\b|\bXXX\b/;
    const found = [...files('src'), ...files('extension'), ...files('scripts')].filter(({ text }) =>
      undated.test(text),
    );
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it('never swallows an error without a word', () => {
    const silent = /catch\s*(\([^)]*\))?\s*\{\s*\}/;
    const found = [...files('src'), ...files('extension'), ...files('scripts')].filter(({ text }) =>
      silent.test(text),
    );
    expect(found.map(({ path }) => path)).toEqual([]);
  });
});

describe('the lock file', () => {
  it('names no download address', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved"\s*:/);
    expect(read('.npmrc')).toContain('omit-lockfile-registry-resolved=true');
  });

  it('has every platform’s binary packages, without which npm ci refuses it', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const names = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)));
    const missing = Object.values(packages)
      .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
      .filter((name) => !names.has(name));
    expect(missing).toEqual([]);
  });
});
