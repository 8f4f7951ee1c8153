/** Exit codes of the terminal (design.md, section 5): done, input unreadable, wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** The world as a command sees it, so that tests run commands without a process. */
export interface Io {
  stdout(text: string): void;
  /** One line a problem. */
  stderr(line: string): void;
  /** Text of a file; `-` is standard input. Rejects where it cannot be read. */
  readText(path: string): Promise<string>;
  /** Text of the calendar at an address, a secret. Rejects with a reason that does not hold it. */
  readAddress(address: string): Promise<string>;
  /** The classifier's model. */
  readModel(): Promise<Uint8Array>;
  now(): number;
  /** The machine's IANA zone, the default of `--zone`. */
  readonly zone: string;
  readonly color: boolean;
  readonly columns: number;
}

export type Command = (args: readonly string[], io: Io) => Promise<ExitCode>;
