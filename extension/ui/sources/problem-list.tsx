import type { JSX } from 'preact';
import type { Problem } from '../../../src/calendar/problem.ts';
import { usePage } from '../page.ts';
import { messageKey, worded } from '../words.ts';

/** What a feed is, not what is wrong in it. */
const NOTES: ReadonlySet<string> = new Set(['free-busy-only', 'no-guests', 'window-only']);
/** More than that nobody reads. */
const MOST_SHOWN = 20;

/** What a calendar's feed leaves out, in words, and the places in it that could not be read. */
export function ProblemList({ problems }: { problems: readonly Problem[] }): JSX.Element | null {
  const { t } = usePage();
  const notes = [...new Set(problems.map(({ code }) => code).filter((code) => NOTES.has(code)))];
  const places = problems.filter(({ code }) => !NOTES.has(code));
  if (problems.length === 0) return null;
  return (
    <div class="source__problems small">
      {notes.map((code) => (
        <p key={code}>{t(messageKey('note', code))}</p>
      ))}
      {places.length > 0 && (
        <details>
          <summary class="source__more">{t('connect_problems', { count: places.length })}</summary>
          <ul class="plain-list">
            {places.slice(0, MOST_SHOWN).map((problem) => (
              <li key={`${problem.line} ${problem.code} ${problem.message}`}>
                {problem.line !== undefined && (
                  <span class="soft">{t('problem_line', { line: problem.line })} </span>
                )}
                {worded(t, 'problem', problem.code, 'problem_unknown')}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
