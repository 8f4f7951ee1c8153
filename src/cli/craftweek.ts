#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { decodeText } from '../calendar/decode-text.ts';
import { readAddress } from './address.ts';
import type { Command, Io } from './command.ts';
import { classify } from './commands/classify.ts';
import { events } from './commands/events.ts';
import { plan } from './commands/plan.ts';
import { trend } from './commands/trend.ts';
import { week } from './commands/week.ts';
import { UsageError } from './options.ts';
import { USAGE } from './usage.ts';

const COMMANDS: Readonly<Record<string, Command>> = { week, trend, plan, events, classify };

const io: Io = {
  stdout: (output) => {
    process.stdout.write(output);
  },
  stderr: (line) => {
    process.stderr.write(`${line}\n`);
  },
  readText: async (path) => decodeText(path === '-' ? await buffer(process.stdin) : await readFile(path)),
  readAddress: (address) =>
    readAddress({ fetch, now: Date.now, deadline: (ms) => AbortSignal.timeout(ms) }, address),
  readModel: () => readFile(modelFile()),
  now: () => Date.now(),
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  color: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
  columns: process.stdout.columns ?? 80,
};

// A reader that stops early (`| head`) is not an error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const [name = '', ...args] = process.argv.slice(2);
if (name === 'help' || name === '--help' || name === '-h' || args.includes('--help')) {
  io.stdout(USAGE);
} else {
  process.exitCode = await run(name, args);
}

/** The model lies beside the built terminal; run from the source, where it is made. */
function modelFile(): string {
  const beside = join(import.meta.dirname, 'model.bin');
  return existsSync(beside) ? beside : join(import.meta.dirname, '../classify/model/model.bin');
}

async function run(command: string, rest: readonly string[]): Promise<number> {
  const found = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (!found) {
    io.stderr(command === '' ? USAGE : `craftweek: there is no command ${command}\n\n${USAGE}`);
    return 2;
  }
  try {
    return await found(rest, io);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.stderr(`craftweek ${command}: ${error.message}\nSee craftweek --help.`);
    return 2;
  }
}
