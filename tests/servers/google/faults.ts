import { type Answer, ERRORS } from './answers.ts';

/** Something that goes wrong with one answer. */
export type Fault =
  | { readonly kind: 'error'; readonly name: keyof typeof ERRORS; readonly retryAfter?: string }
  /** The connection breaks after this share of the body, from 0 up to 1. */
  | { readonly kind: 'cut'; readonly share: number }
  /** The answer ends early and looks complete. */
  | { readonly kind: 'truncated'; readonly share: number }
  | { readonly kind: 'delay'; readonly ms: number }
  /** Nobody answers. */
  | { readonly kind: 'unreachable' };

/** An answer with what happens to it on the wire. */
export interface WireAnswer extends Answer {
  readonly cutAt: number | null;
  readonly delayMs: number;
  readonly unreachable: boolean;
}

/** What a script of faults makes of an answer. */
export function spoilt(answer: Answer, fault: Fault | undefined): WireAnswer {
  const plain = { ...answer, cutAt: null, delayMs: 0, unreachable: false };
  if (!fault) return plain;
  switch (fault.kind) {
    case 'error': {
      const { headers, ...rest } = ERRORS[fault.name]();
      const retry = fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter };
      return { ...plain, ...rest, headers: { ...headers, ...retry } };
    }
    case 'cut':
      return { ...plain, cutAt: Math.floor(answer.body.length * fault.share) };
    case 'truncated':
      return { ...plain, body: answer.body.slice(0, Math.floor(answer.body.length * fault.share)) };
    case 'delay':
      return { ...plain, delayMs: fault.ms };
    case 'unreachable':
      return { ...plain, unreachable: true };
    default:
      return fault satisfies never;
  }
}
