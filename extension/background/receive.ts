import * as v from 'valibot';
import { COMMAND_INPUTS, isCommand } from './command-inputs.ts';
import type { Answer, Commands, Handlers } from './commands.ts';

/** Who sent a message, as far as the browser says. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
}

/** Whose messages are taken. */
export interface OwnPages {
  readonly id: string;
  /** Address that all pages of the extension begin with. */
  readonly root: string;
}

/** A refusal that has its own code; every other error answers as `unexpected`. */
export class CommandError extends Error {
  override name = 'CommandError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const envelope = v.object({ command: v.string(), input: v.unknown() });

/**
 * Takes one message: the sender must be a page of ours, the command known and its input valid, before a handler
 * sees it. Never throws; a refusal is an answer with a stable code.
 */
export async function receive(
  message: unknown,
  sender: Sender,
  own: OwnPages,
  handlers: Handlers,
): Promise<Answer<unknown>> {
  if (sender.id !== own.id || sender.url?.startsWith(own.root) !== true) {
    return refusal('foreign-sender', 'commands are taken from pages of Craftweek only');
  }
  const opened = v.safeParse(envelope, message);
  if (!opened.success) return refusal('bad-input', 'a message must name a command and its input');
  const { command, input } = opened.output;
  if (!isCommand(command)) return refusal('unknown-command', `no command ${command.slice(0, 40)}`);
  return run(command, input, handlers);
}

async function run<K extends keyof Commands>(
  command: K,
  input: unknown,
  handlers: Handlers,
): Promise<Answer<unknown>> {
  const parsed = v.safeParse(COMMAND_INPUTS[command], input);
  if (!parsed.success) {
    const place = v.getDotPath(parsed.issues[0]);
    return refusal('bad-input', `${command}: ${place ?? 'input'} is not valid`);
  }
  try {
    return { ok: true, value: await handlers[command](parsed.output) };
  } catch (error) {
    return refusalOf(error);
  }
}

function refusalOf(error: unknown): Answer<never> {
  if (error instanceof Error) {
    if (error.name === 'QuotaExceededError') return refusal('no-room', 'the browser has no room left');
    // A DOMException's `code` is a number of its own.
    if ('code' in error && typeof error.code === 'string') return refusal(error.code, error.message);
    // The text of an error that is not ours may hold a title or an address.
    return refusal('unexpected', error.name);
  }
  return refusal('unexpected', typeof error);
}

function refusal(code: string, message: string): Answer<never> {
  return { ok: false, code, message };
}
