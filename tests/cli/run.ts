import { readFile } from 'node:fs/promises';
import { MODEL_FILE } from '../../scripts/committed-model.ts';
import type { Command, ExitCode, Io } from '../../src/cli/command.ts';

export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly errors: readonly string[];
}

/** Runs a command of the terminal over files given as texts, and files of this folder where none is given. */
export async function run(
  command: Command,
  args: readonly string[],
  files: Readonly<Record<string, string>> = {},
  io: Partial<Io> = {},
): Promise<Ran> {
  let out = '';
  const errors: string[] = [];
  const code = await command(args, {
    stdout: (text) => {
      out += text;
    },
    stderr: (line) => {
      errors.push(line);
    },
    readModel: async () => readFile(MODEL_FILE),
    readText: async (path) => files[path] ?? readFile(path, 'utf8'),
    readAddress: async (address) => readFile(address, 'utf8'),
    now: () => Date.parse('2026-11-18T12:00:00Z'),
    zone: 'Europe/Berlin',
    color: false,
    columns: 80,
    ...io,
  });
  return { code, out, errors };
}

/** An iCalendar text of the given VEVENT bodies; each gets a UID where it has none. */
export function calendar(...events: string[]): string {
  const body = events.map(
    (event, i) => `BEGIN:VEVENT\n${event.includes('UID:') ? '' : `UID:event-${i}\n`}${event}\nEND:VEVENT`,
  );
  return `BEGIN:VCALENDAR\nVERSION:2.0\n${body.join('\n')}\nEND:VCALENDAR\n`;
}
