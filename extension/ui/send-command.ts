import type { Answer, Commands } from '../background/commands.ts';

/** Sends one command and waits for its answer. Never throws: an unreachable background is an answer too. */
export type SendCommand = <K extends keyof Commands>(
  command: K,
  input: Parameters<Commands[K]>[0],
) => Promise<Answer<ReturnType<Commands[K]>>>;

/** A `SendCommand` over a function that carries one message to the background, as `runtime.sendMessage` does. */
export function commandSender(sendMessage: (message: unknown) => Promise<unknown>): SendCommand {
  return async (command, input) => {
    try {
      const answer = await sendMessage({ command, input });
      if (isAnswer(answer)) return answer as Answer<never>;
      return { ok: false, code: 'no-answer', message: `no answer to ${command}` };
    } catch (cause) {
      // The worker may be stopped in mid-command, or the extension be updated under an open page.
      const message = cause instanceof Error ? cause.message : String(cause);
      return { ok: false, code: 'no-answer', message };
    }
  };
}

function isAnswer(value: unknown): value is Answer<unknown> {
  return typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';
}
