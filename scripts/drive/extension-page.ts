import type { BrowserName } from '../browsers.ts';

/** A page of the extension in a real browser, with what both drivers can do. */
export interface ExtensionPage {
  /** Runs a function in the page; its argument and answer are JSON. */
  evaluate<Argument, Answer>(
    run: (argument: Argument) => Answer | Promise<Answer>,
    argument: Argument,
  ): Promise<Answer>;
  /** Waits for an element, at most 20 seconds. */
  waitFor(selector: string): Promise<void>;
  click(selector: string): Promise<void>;
  press(key: string): Promise<void>;
  /** Puts files of this machine into an `<input type="file">`. */
  chooseFile(selector: string, ...paths: string[]): Promise<void>;
  /** A picture of what is seen, or with `whole` of the page from its top to its end. */
  screenshot(path: string, options?: { whole: boolean }): Promise<void>;
  close(): Promise<void>;
}

/** The built extension in a real browser, with a profile of its own. */
export interface Extension {
  readonly browser: BrowserName;
  /** Opens `path` of the extension in a tab; of the given size where nobody watches. */
  open(path: string, size?: { width: number; height: number }): Promise<ExtensionPage>;
  /** The window or tab whose address holds `part`, once it is there; at most 20 seconds. */
  window(part: string): Promise<ExtensionPage>;
  /** Kills the background at this very moment, whatever it is at. */
  killBackground(): Promise<void>;
  /** Settles when the browser is gone, be it by the user's hand. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

export interface Launch {
  readonly executablePath: string;
  /** The built extension: `dist/chrome`, or a test build. */
  readonly dist: string;
  readonly headless: boolean;
  /** IANA zone of the browser; the machine's without it. */
  readonly zone?: string;
  /** BCP 47; the machine's without it. */
  readonly language?: string;
  readonly dark?: boolean;
  /** Device pixels to a CSS pixel; 1 without it. */
  readonly scale?: number;
}
