import type { EpochMs } from '../../src/calendar/units.ts';
import type { ReadFile } from '../../src/sources/file/read-file.ts';
import type { MakeSample } from '../../src/sources/sample/sample-reader.ts';
import type { Store } from '../../src/store/store.ts';
import type { SummaryText } from '../../src/summary/summary-text.ts';
import type { CreateClassifier } from '../../src/sync/labeller.ts';
import type { Locks } from '../../src/sync/sync.ts';
import type { Translate } from '../../src/words/translate.ts';
import type { Connectors, GoogleExports, SignIns } from './connectors.ts';
import type { SettingsArea } from './settings-over.ts';

/** The alarms that the background sets. */
export type AlarmName = 'sync' | 'summary' | 'midnight' | 'resume';

export interface Alarms {
  /** Sets, or moves, a single alarm. */
  at(name: AlarmName, whenMs: EpochMs): Promise<void>;
  /** Sets a repeated alarm where there is none of that period yet. */
  every(name: AlarmName, minutes: number): Promise<void>;
  clear(name: AlarmName): Promise<void>;
}

export interface Notifier {
  /** Shows a notification; one with the same id is replaced. */
  show(id: string, text: SummaryText): Promise<void>;
  /** Ids of those on the screen. */
  visible(): Promise<readonly string[]>;
  clear(id: string): Promise<void>;
}

/** What the toolbar shows of the current week. */
export interface Toolbar {
  /** `share` is the craft share, null where there is none. */
  show(share: number | null, badge: string, title: string): Promise<void>;
}

/** Everything that the background needs from the browser and from the parts of the product. */
export interface BackgroundParts {
  readonly store: Store;
  readonly settings: SettingsArea;
  readonly now: () => EpochMs;
  readonly machineZone: () => string;
  /** Loads the model when labels are first needed. */
  readonly classifier: () => Promise<CreateClassifier>;
  /** Names what the classifier is: another one labels everything anew. */
  readonly classifierVersion: string;
  readonly readFile: ReadFile;
  readonly makeSample: MakeSample;
  readonly connectors: Connectors & { readonly 'google-export': GoogleExports };
  readonly signIns: SignIns;
  readonly locks: Locks | null;
  readonly alarms: Alarms;
  readonly notifier: Notifier;
  readonly toolbar: Toolbar;
  readonly openPage: (path: string) => Promise<void>;
  readonly t: Translate;
  readonly newId: () => string;
  /** Forgets tokens and passwords of all accounts. */
  readonly forgetSecrets: () => Promise<void>;
  /** Done after that many milliseconds. */
  readonly after: (ms: number) => Promise<void>;
  /** Told of what went wrong where nobody waits for an answer. */
  readonly report: (what: string, error: unknown) => void;
}
