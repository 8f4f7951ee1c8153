import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Translate } from '../../src/words/translate.ts';
import type { PageData } from './data.ts';
import type { Toasts } from './toasts.ts';

/** What every component of a page may ask for. */
export interface Page {
  readonly data: PageData;
  readonly t: Translate;
  /** The clock, in epoch ms. */
  readonly now: () => number;
  readonly toasts: Toasts;
}

export const PageContext = createContext<Page | null>(null);

/** The page that a component stands in. Throws outside of one. */
export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === null) throw new Error('a component was drawn outside of a page');
  return page;
}
