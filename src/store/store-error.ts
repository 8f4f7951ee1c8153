/** Why the store did not do what it was asked. */
export type StoreErrorCode =
  /** The database was written by a newer version of Craftweek. */
  | 'newer-data'
  /** The browser has no room left, not even to open it. */
  | 'no-room'
  /** A page of another version keeps the database open. */
  | 'held'
  /** The browser keeps nothing here, as in a private window. */
  | 'private-window'
  /** It cannot be opened, for a reason that is not known. */
  | 'cannot-open'
  /** Source, calendar, file or correction of that id is not there (any more). */
  | 'gone'
  /** Another run has taken over; the write was not made. */
  | 'lost-lease'
  /** The calendar has been read, dropped or replaced since the page was asked for: it belongs to another reading. */
  | 'moved'
  /** What was to be written contradicts itself. */
  | 'bad-write';

/** The store refuses. Nothing of the refused write has happened. */
export class StoreError extends Error {
  override name = 'StoreError';
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
