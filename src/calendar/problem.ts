/** Something in the input that could not be read; what was readable around it is kept. */
export interface Problem {
  /** Stable, for messages and tests: `broken-event`, `unknown-zone`, `capped`, ... */
  readonly code: string;
  /** English, one line, names what is wrong and where; never a token, an address or an event title. */
  readonly message: string;
  /** 1-based line in the file, where there is one. */
  readonly line?: number;
  readonly uid?: string;
  /** Set where the source has several calendars. */
  readonly calendarId?: string;
  /** Property or JSON path, such as `DTSTART` or `items[3].start`. */
  readonly field?: string;
}
