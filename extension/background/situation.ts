import { countryOfZone } from '../../src/calendar/holidays/country-of-zone.ts';
import type { LoadSettings } from '../../src/load/week-load.ts';
import { settingsFingerprint } from '../../src/settings/effects.ts';
import { loadSettings, loadSettingsAt, zoneOf } from '../../src/settings/load-settings.ts';
import type { UserSettings } from '../../src/settings/settings.ts';
import type { ReadContext } from '../../src/sources/contract.ts';
import type { LabelWith } from '../../src/store/store.ts';
import { type LabelContext, labellerFor } from '../../src/sync/labeller.ts';
import type { PlainDate } from '../../src/time/zone.ts';
import type { BackgroundParts } from './parts.ts';

/** What the settings say right now, in the forms that the parts want. */
export interface Situation {
  readonly settings: UserSettings;
  readonly zone: string;
  /** What the running week rests on. */
  readonly load: LoadSettings;
  /** The same on any date. */
  readonly loadAt: (date: PlainDate) => LoadSettings;
  /** Names what reads the titles. */
  readonly labelVersion: string;
  readonly context: ReadContext;
  /** Names what decides labels beside the store. */
  readonly fingerprint: string;
  /** Names what decides how calendars are read. */
  readonly readBy: string;
  /** Loads the model where it is not there yet. */
  readonly label: () => Promise<LabelWith>;
}

/** The country whose public holidays are the user's; null where neither they nor the zone tell. */
function countryOf({ country }: UserSettings, zone: string): string | null {
  return country === 'auto' ? countryOfZone(zone) : country;
}

/** What the settings say of the user that labels depend on. */
function personOf(
  settings: UserSettings,
  zone: string,
): Pick<LabelContext, 'craft' | 'craftWords' | 'country'> {
  const country = countryOf(settings, zone);
  return {
    craft: settings.craft ?? undefined,
    craftWords: settings.craftWords,
    country: country ?? undefined,
  };
}

/** Reads the settings; the classifier is made anew only when something that decides labels has changed. */
export function situations(parts: BackgroundParts): () => Promise<Situation> {
  let made: { fingerprint: string; label: Promise<LabelWith> } | null = null;
  const labelAs = (fingerprint: string, context: LabelContext): Promise<LabelWith> => {
    if (made?.fingerprint !== fingerprint) {
      const label = parts.classifier().then((create) => labellerFor(create, context));
      made = { fingerprint, label };
      // A model that could not be read is tried again.
      label.catch(() => {
        made = null;
      });
    }
    return made.label;
  };
  return async () => {
    const settings = await parts.settings.readSettings();
    const machineZone = parts.machineZone();
    const zone = zoneOf(settings, machineZone);
    const context = { ownAddresses: settings.ownAddresses, zone };
    const meant = { ...settings, zone, country: countryOf(settings, zone) ?? 'auto' };
    const fingerprint = JSON.stringify([parts.classifierVersion, settingsFingerprint('labels', meant)]);
    const readBy = settingsFingerprint('reading', meant);
    const load = loadSettings(settings, machineZone);
    const loadAt = loadSettingsAt(settings, machineZone);
    const labelVersion = parts.classifierVersion;
    const label = () => labelAs(fingerprint, { ...context, ...personOf(settings, zone) });
    return { settings, zone, load, loadAt, labelVersion, context, fingerprint, readBy, label };
  };
}
