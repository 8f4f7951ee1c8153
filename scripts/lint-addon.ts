import { execFile } from 'node:child_process';
import { join } from 'node:path';

/** What `web-ext lint -o json` answers, as far as it is read here. */
interface Report {
  summary: { errors: number; warnings: number };
  errors: { code: string; message: string; file?: string }[];
  warnings: { code: string; message: string; file?: string }[];
}

/** Preact's own use of innerHTML, which no source of ours reaches; nothing else may warn. */
const EXPECTED_WARNINGS = new Set(['UNSAFE_VAR_ASSIGNMENT']);

const dist = join(import.meta.dirname, '../dist/firefox');
execFile('web-ext', ['lint', '-s', dist, '-o', 'json'], { maxBuffer: 1e8 }, (_, stdout, stderr) => {
  // The exit code says nothing of warnings: the report is what counts.
  const report = JSON.parse(stdout.slice(stdout.indexOf('{'))) as Report;
  const surprising = report.warnings.filter((w) => !EXPECTED_WARNINGS.has(w.code));
  for (const finding of [...report.errors, ...surprising]) {
    console.error(`${finding.code} ${finding.file ?? ''}: ${finding.message}`);
  }
  if (stderr) console.error(stderr);
  console.log(`${report.summary.errors} errors, ${surprising.length} unexpected warnings`);
  process.exitCode = report.summary.errors + surprising.length > 0 ? 1 : 0;
});
