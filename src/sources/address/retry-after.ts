import { HOUR_MS, MINUTE_MS } from '../../time/interval.ts';

/** A pause where the server names none. */
const USUAL_MS = 10 * MINUTE_MS;
const LONGEST_MS = 24 * HOUR_MS;

/**
 * When to ask again, in epoch ms: what Retry-After says in seconds or as a date, at least a minute and at most a day
 * ahead; ten minutes where it says nothing that can be read.
 */
export function retryAt(header: string | null, nowMs: number): number {
  const text = header?.trim() ?? '';
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - nowMs;
  const wait = Number.isNaN(ms) ? USUAL_MS : ms;
  return nowMs + Math.min(LONGEST_MS, Math.max(MINUTE_MS, wait));
}
