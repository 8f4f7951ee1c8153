import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Program, programPath } from '../../../scripts/programs.ts';
import { type DavServer, endProgram, freePort, startProgram } from './dav-server.ts';

const RADICALE: Program = {
  name: 'radicale',
  variable: 'CRAFTWEEK_RADICALE',
  commands: ['radicale'],
  places: ['/usr/bin/radicale'],
  debian: ['radicale'],
  advice: 'sudo apt-get install radicale',
};
const XANDIKOS: Program = {
  name: 'xandikos',
  variable: 'CRAFTWEEK_XANDIKOS',
  commands: ['xandikos'],
  places: ['/usr/bin/xandikos'],
  debian: ['xandikos'],
  advice: 'sudo apt-get install xandikos',
};

/** A Radicale of its own, with one user who has a password. */
export async function startRadicale(): Promise<DavServer> {
  const folder = mkdtempSync(join(tmpdir(), 'craftweek-radicale-'));
  const port = await freePort();
  const [username, password] = ['ada', 'secret'];
  writeFileSync(join(folder, 'users'), `${username}:${password}\n`);
  writeFileSync(
    join(folder, 'config'),
    `[server]
hosts = 127.0.0.1:${port}
[auth]
type = htpasswd
htpasswd_filename = ${folder}/users
htpasswd_encryption = plain
delay = 0
[rights]
type = owner_only
[storage]
filesystem_folder = ${folder}/store
[web]
type = none
[logging]
level = critical
`,
  );
  const origin = `http://127.0.0.1:${port}/`;
  return serve(programPath(RADICALE), ['-C', join(folder, 'config')], folder, {
    origin,
    username,
    password,
    home: `/${username}/`,
  });
}

/** A Xandikos of its own, which takes any password. */
export async function startXandikos(): Promise<DavServer> {
  const folder = mkdtempSync(join(tmpdir(), 'craftweek-xandikos-'));
  mkdirSync(join(folder, 'data'));
  const port = await freePort();
  const args = ['-d', join(folder, 'data'), '-l', '127.0.0.1', '-p', String(port), '--defaults'];
  return serve(programPath(XANDIKOS), [...args, '--current-user-principal', '/ada/'], folder, {
    origin: `http://127.0.0.1:${port}/`,
    username: 'ada',
    password: 'secret',
    home: '/ada/calendars/',
  });
}

async function serve(
  path: string,
  args: readonly string[],
  folder: string,
  account: Pick<DavServer, 'origin' | 'username' | 'password' | 'home'>,
): Promise<DavServer> {
  let child = await startProgram(path, args, account.origin);
  return {
    ...account,
    async restart() {
      await endProgram(child);
      child = await startProgram(path, args, account.origin);
    },
    async close() {
      await endProgram(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

if (import.meta.main) {
  for (const program of [RADICALE, XANDIKOS]) console.log(`${program.name}: ${programPath(program)}`);
}
