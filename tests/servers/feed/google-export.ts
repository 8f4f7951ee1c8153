import { zipSync } from 'fflate';
import { type FeedServer, startFeedServer } from './server.ts';

export interface ExportServer extends FeedServer {
  /** What each account holds, in the order of the accounts: a calendar's text by its name in the zip. */
  readonly accounts: Record<string, string>[];
  /** The page that signs in: it sets the cookies that the export wants. */
  readonly signIn: string;
}

/**
 * Google Calendar as far as its export goes: a zip for whoever brings the cookies that a tab was given before, one with
 * `SameSite=Lax` and one with `Strict`; a page to sign in at for others.
 */
export async function startExportServer(accounts: Record<string, string>[]): Promise<ExportServer> {
  const server = await startFeedServer();
  for (let n = 0; n < 10; n++) {
    server.answers.set(`/calendar/u/${n}/exporticalzip`, (request, response) => {
      const cookies = request.headers.cookie ?? '';
      const held = accounts[n];
      if (!/\blax=1\b/.test(cookies) || !/\bstrict=1\b/.test(cookies)) {
        response.writeHead(302, { location: '/sign-in' }).end();
      } else if (held) {
        const files = Object.entries(held).map(
          ([name, text]) => [name, new TextEncoder().encode(text)] as const,
        );
        response
          .writeHead(200, { 'content-type': 'application/zip' })
          .end(zipSync(Object.fromEntries(files)));
      } else response.writeHead(302, { location: '/calendar/u/0/exporticalzip' }).end();
    });
  }
  server.answers.set('/sign-in', (_, response) => {
    response
      .writeHead(200, {
        'content-type': 'text/html',
        'set-cookie': ['lax=1; SameSite=Lax; Path=/', 'strict=1; SameSite=Strict; Path=/; HttpOnly'],
      })
      .end('<!doctype html><title>Sign in</title><p id="signed-in">You are signed in.</p>');
  });
  return { ...server, accounts, signIn: `${server.origin}/sign-in` };
}

/** One account with a calendar of its own, a team's and one that is subscribed to. */
export function exampleAccount(calendar: (name: string) => string): Record<string, string> {
  return {
    'ada@example.org.ics': calendar('ada@example.org'),
    'Team_0a1b2c@group.calendar.google.com.ics': calendar('Team'),
    'Holidays_de.german#holiday@group.v.calendar.google.com.ics': calendar('Holidays in Germany'),
  };
}

/** A calendar of this year around `nowMs`: some meetings of the week and some solo work. */
export function exampleCalendar(name: string, nowMs: number): string {
  const monday = nowMs - ((new Date(nowMs).getUTCDay() + 6) % 7) * 86_400_000;
  const at = (day: number, hour: number): string =>
    new Date(Math.floor(monday / 86_400_000) * 86_400_000 + day * 86_400_000 + hour * 3_600_000)
      .toISOString()
      .replaceAll(/[-:]|\.\d+/g, '');
  const entries = [
    ['Design review', 0, 9, 1],
    ['Focus: type drawing', 1, 8, 3],
    ['1:1 with Bo', 2, 13, 1],
    ['Budget', 3, 14, 2],
  ] as const;
  const events = entries.map(([title, day, hour, length]) =>
    [
      'BEGIN:VEVENT',
      `DTSTAMP:${at(0, 0)}`,
      `UID:${name}-${day}@example.org`,
      `SUMMARY:${title}`,
      `DTSTART:${at(day, hour)}`,
      `DTEND:${at(day, hour + length)}`,
      'END:VEVENT',
    ].join('\r\n'),
  );
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Google Inc//Google Calendar 70.9054//EN',
    `X-WR-CALNAME:${name}`,
    ...events,
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}
