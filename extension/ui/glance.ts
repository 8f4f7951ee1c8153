import type { Glance } from '../../src/store/rows.ts';

/** The state of everything that a page is about to show. */
export interface GlanceMark {
  readonly state: string;
  readonly basis: string;
}

/** What a page showed, to be shown again at its next opening. */
export type GlancePicture = Omit<Glance, 'basis'>;

/** What a picture of the popup rests on beside the store and the settings. */
interface Basis {
  readonly version: string;
  readonly language: string;
  readonly inPopup: boolean;
}

/**
 * The basis in one string, to be compared with that of a kept picture: with the machine's zone, the page's looks and
 * `settings`, all of `storage.sync` as it is stored.
 */
export function glanceBasis({ version, language, inPopup }: Basis): (settings: unknown) => string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const looks = document.querySelector('link[rel=stylesheet]')?.getAttribute('href');
  return (settings) => JSON.stringify([settings, version, language, inPopup, zone, looks]);
}
