import { type GoogleClient, type GoogleParts, googleClient } from '../../../src/sources/google/client.ts';

/** A Monday. */
export const NOW = Date.UTC(2026, 10, 16, 9);

/** The client's parts with a clock that sleeping moves, and every pause as long as it may be. */
export function fakeParts(
  fetch: GoogleParts['fetch'],
  more: Partial<GoogleParts> = {},
): { parts: GoogleParts; slept: number[]; renewals: () => number } {
  const slept: number[] = [];
  let nowMs = NOW;
  let renewals = 0;
  return {
    slept,
    renewals: () => renewals,
    parts: {
      fetch,
      token: async ({ renew }) => {
        if (renew) renewals++;
        return `secret-${renewals}`;
      },
      now: () => nowMs,
      random: () => 0.999,
      sleep: async (ms) => {
        slept.push(ms);
        nowMs += ms;
      },
      ...more,
    },
  };
}

export function clientFor(baseUrl: string, fetch: GoogleParts['fetch'] = globalThis.fetch): GoogleClient {
  return googleClient({ ...fakeParts(fetch).parts, baseUrl });
}
