import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** A calendar server on loopback, and a hand that changes what is on it. */
export interface DavServer {
  /** `http://127.0.0.1:PORT/`. */
  readonly origin: string;
  readonly username: string;
  readonly password: string;
  /** Where calendars are made, as a path that ends with a slash. */
  readonly home: string;
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** Starts a server program, and waits until it answers at all. */
export async function startProgram(
  path: string,
  args: readonly string[],
  origin: string,
): Promise<ChildProcess> {
  const child = spawn(path, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr?.on('data', (bytes: Buffer) => {
    said = `${said}${bytes}`.slice(-2000);
  });
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) throw new Error(`${path} ended: ${said}`);
    const answers = await fetch(origin, { method: 'OPTIONS' }).then(
      () => true,
      () => false,
    );
    if (answers) return child;
    await delay(50);
  }
  child.kill();
  throw new Error(`${path} does not answer: ${said}`);
}

/** Ends a server program, and waits for it. */
export async function endProgram(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill();
  await ended;
}

/** What a person does to the calendars of a server, through another program. */
export function handOn({ origin, username, password, home }: DavServer) {
  const send = async (
    method: string,
    path: string,
    body?: string,
    type = 'application/xml',
  ): Promise<void> => {
    const response = await fetch(new URL(path, origin), {
      method,
      headers: {
        authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
        ...(body === undefined ? {} : { 'content-type': `${type}; charset=utf-8` }),
      },
      ...(body === undefined ? {} : { body }),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
  };
  const props = (inside: string): string =>
    `<d:set xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:prop>${inside}</d:prop></d:set>`;
  return {
    makeCalendar: (name: string, title: string, component = 'VEVENT') =>
      send(
        'MKCALENDAR',
        `${home}${name}/`,
        `<c:mkcalendar xmlns:c="urn:ietf:params:xml:ns:caldav">${props(
          `<d:displayname>${title}</d:displayname><c:supported-calendar-component-set><c:comp name="${component}"/></c:supported-calendar-component-set>`,
        )}</c:mkcalendar>`,
      ),
    rename: (name: string, title: string) =>
      send(
        'PROPPATCH',
        `${home}${name}/`,
        `<d:propertyupdate xmlns:d="DAV:">${props(`<d:displayname>${title}</d:displayname>`)}</d:propertyupdate>`,
      ),
    put: (calendar: string, entry: string, text: string) =>
      send('PUT', `${home}${calendar}/${entry}`, text, 'text/calendar'),
    remove: (calendar: string, entry = '') => send('DELETE', `${home}${calendar}/${entry}`),
  };
}

/** An iCalendar object of one event, with more lines where wanted. */
export function eventText(uid: string, start: string, title: string, more: readonly string[] = []): string {
  const stamp = '20261101T000000Z';
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Craftweek//tests//EN',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp}`,
    `DTSTART:${start}`,
    'DURATION:PT1H',
    `SUMMARY:${title}`,
    ...more,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}
