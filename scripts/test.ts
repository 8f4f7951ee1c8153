import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** One step of the test command, named after what broke when it fails. */
interface Step {
  readonly name: string;
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const root = join(import.meta.dirname, '..');
const vitest = ['vitest', 'run', '--reporter=dot'] as const;
/** Where the clocks do something odd: half hours, no midnight, a skipped day. */
const OTHER_ZONES = ['Asia/Kolkata', 'America/Sao_Paulo', 'Pacific/Apia'];
const TIME_CRITICAL = ['tests/time', 'tests/load', 'tests/summary', 'tests/sources/ics', 'tests/cli'];

const STEPS: readonly Step[] = [
  { name: 'Types', command: ['tsc', '-p', '.'] },
  { name: 'Lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'Arrows', command: ['depcruise', 'src', 'extension', '--config', '.dependency-cruiser.mjs'] },
  { name: 'Unused code', command: ['knip', '--no-progress'] },
  { name: 'Build', command: ['node', 'scripts/build.ts'] },
  { name: 'Build for tests', command: ['node', 'scripts/build.ts', '--test'] },
  { name: 'Unit', command: vitest, env: { TZ: 'UTC' } },
  ...OTHER_ZONES.map((TZ) => ({
    name: `Unit in ${TZ}`,
    command: [...vitest, ...TIME_CRITICAL],
    env: { TZ },
  })),
  { name: 'Shipped files', command: ['node', 'scripts/check-shipped.ts'] },
  { name: 'Add-on lint', command: ['node', 'scripts/lint-addon.ts'] },
  { name: 'Size', command: ['size-limit'] },
  { name: 'Browsers', command: ['node', 'scripts/test-browsers.ts'] },
];

/** Runs one step; its output is shown whole where it fails, and its count of passed tests is read from it. */
async function run({ command, env }: Step): Promise<{ ok: boolean; output: string }> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...env, FORCE_COLOR: '0', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  const code = await new Promise<number>((resolve) => {
    child.on('error', (error) => {
      output += String(error);
      resolve(1);
    });
    child.on('close', (exit) => resolve(exit ?? 1));
  });
  return { ok: code === 0, output };
}

/** Tests that the runners' closing lines name: `Tests  12 passed` and `12 passed, 0 failed`. */
function passedIn(output: string): number {
  const counts = [...output.matchAll(/^\s*(?:Tests\s+(?:\d+ failed \| )?)?(\d+) passed(?:,| \(| \||\s*$)/gm)];
  return counts.reduce((sum, match) => sum + Number(match[1]), 0);
}

const only = process.argv.slice(2).map((name) => name.toLowerCase());
const steps = STEPS.filter(
  (s) => only.length === 0 || only.some((name) => s.name.toLowerCase().includes(name)),
);
if (steps.length === 0) {
  console.error(`no such step; there are: ${STEPS.map((s) => s.name).join(', ')}`);
  process.exit(2);
}
let passed = 0;
let failed = 0;
for (const step of steps) {
  const started = performance.now();
  process.stdout.write(`${step.name} ... `);
  const { ok, output } = await run(step);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const count = passedIn(output);
  passed += count + (ok && count === 0 ? 1 : 0);
  console.log(`${ok ? 'ok' : 'FAILED'}${count > 0 ? `, ${count} tests` : ''} (${seconds} s)`);
  if (!ok) {
    failed++;
    console.log(output);
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
