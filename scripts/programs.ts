import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program that the project drives and does not bring: a browser, a calendar server. */
export interface Program {
  readonly name: string;
  /** Environment variable that names a binary of the user's own choice. */
  readonly variable: string;
  readonly commands: readonly string[];
  /** Where it is usually found besides the PATH. */
  readonly places: readonly string[];
  /** Debian's packages. */
  readonly debian: readonly string[];
  /** The command that installs it where it cannot be installed from here. */
  readonly advice: string;
}

/**
 * Path of a program: the one that the user's environment names, an installed one, or one installed now with apt-get
 * where that is possible (root on Debian and its kin). Throws with the one command to run otherwise.
 */
export function programPath(program: Program): string {
  const { name, variable, debian, advice } = program;
  const chosen = process.env[variable];
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new Error(`${variable} names ${chosen}, which is not there or cannot be run`);
  }
  const found = find(program);
  if (found) return found;
  if (canInstall()) {
    console.log(`No ${name} here: installing it with apt-get (once)`);
    const apt = (...args: string[]): void => {
      execFileSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    };
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', ...debian);
    const installed = find(program);
    if (installed) return installed;
  }
  throw new Error(
    `${name} is needed and was not found. Install it with: ${advice}   (or name a binary in ${variable})`,
  );
}

function find({ places, commands }: Program): string | undefined {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((dir) => commands.map((command) => join(dir, command)));
  return [...places, ...onPath].find(isExecutable);
}

function isExecutable(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not ours to run: look on.
    return false;
  }
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}
