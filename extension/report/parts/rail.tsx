import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { MessageKey } from '../../../src/words/translate.ts';
import { usePage } from '../../ui/page.ts';

/** A section that the rail leads to: the id of its element, and its name. */
export interface RailEntry {
  readonly id: string;
  readonly name: MessageKey;
}

/** The page's contents, beside it where there is room; the section that is being read is marked. */
export function Rail({ entries }: { entries: readonly RailEntry[] }): JSX.Element {
  const { t } = usePage();
  const here = useSignal<string | null>(entries[0]?.id ?? null);
  const ids = entries.map((e) => e.id).join(' ');
  useEffect(() => {
    const sections = ids.split(' ').flatMap((id) => document.getElementById(id) ?? []);
    const observer = new IntersectionObserver(
      (seen) => {
        const first = seen.find((s) => s.isIntersecting);
        if (first) here.value = first.target.id;
      },
      // The section that crosses a line a third down the window is the one that is being read.
      { rootMargin: '-33% 0px -66% 0px' },
    );
    for (const section of sections) observer.observe(section);
    return () => observer.disconnect();
  }, [ids, here]);
  return (
    <nav class="rail small" aria-label={t('report_contents')}>
      <ul>
        {entries.map(({ id, name }) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={here.value === id ? 'true' : undefined}>
              {t(name)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
