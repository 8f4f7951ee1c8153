import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One language's messages in the form that browsers read. */
export type Messages = Record<string, { message: string }>;

/**
 * The message files of every language, merged: `extension/_locales/<language>/<subject>.json` holds
 * `{ "key": "text with {places}" }`, one file a subject, the same files in every language.
 * Throws where two subjects define one key.
 */
export function mergedMessages(localesDir: string): Map<string, Messages> {
  const languages = readdirSync(localesDir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return new Map(
    languages.map(({ name }) => {
      const merged: Messages = {};
      for (const file of readdirSync(join(localesDir, name)).filter((f) => f.endsWith('.json'))) {
        const part = JSON.parse(readFileSync(join(localesDir, name, file), 'utf8')) as Record<string, string>;
        for (const [key, text] of Object.entries(part)) {
          if (key in merged) throw new Error(`_locales/${name}/${file}: ${key} is defined twice`);
          // A dollar sign starts a placeholder in the browsers' own format.
          merged[key] = { message: text.replaceAll('$', '$$$$') };
        }
      }
      return [name, merged] as const;
    }),
  );
}
