import { LineHash, LineSums } from './line-hash.ts';

/** Properties that servers write anew on each download. The UID is compared by itself. */
const PASSING = new Set(['DTSTAMP', 'CREATED', 'LAST-MODIFIED', 'UID']);
/** What makes an event the same to a person: its name and its times. */
const LIKENESS = new Set(['SUMMARY', 'DTSTART', 'DTEND', 'DURATION', 'RRULE', 'RECURRENCE-ID']);

/** The components of one UID, as far as it takes to compare two downloads. */
export interface EventGroup {
  /** As it stands in the file, unescaped; empty where the components have none. */
  readonly uid: string;
  /** From where to where each component stands in the text. */
  readonly spans: readonly (readonly [from: number, to: number])[];
  /** The same where nothing but UID, DTSTAMP and its kind has changed, in whatever order. */
  readonly hash: string;
  /** The same where title and times are the same. */
  readonly likeness: string;
  /** Date of the first start, `YYYYMMDD`; null for a series, which may reach back from anywhere. */
  readonly firstDate: string | null;
  readonly title: string;
  readonly hasGuests: boolean;
}

/** Takes the lines of one VEVENT as they come, those of components inside it among them. */
export class EventLines {
  uid = '';
  title = '';
  date = '';
  isSeries = false;
  hasGuests = false;
  readonly all = new LineSums();
  readonly like = new LineSums();
  private line: LineHash | null = null;
  private name = '';
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** A content line begins. `inside`: of a component inside the event, such as an alarm. */
  begin(from: number, to: number, inside: boolean): void {
    this.finish();
    this.name = inside ? '' : nameOf(this.text, from, to);
    if (this.name !== '') this.note(this.text.slice(from, to));
    if (!PASSING.has(this.name)) this.line = new LineHash(this.text, from, to);
  }

  /** A folded line goes on. */
  fold(from: number, to: number): void {
    this.line?.feed(this.text, from, to);
    if (this.name === 'UID') this.uid += this.text.slice(from, to);
    if (this.name === 'SUMMARY') this.title += this.text.slice(from, to);
  }

  finish(): void {
    if (!this.line) return;
    this.all.add(this.line);
    if (LIKENESS.has(this.name)) this.like.add(this.line);
    this.line = null;
  }

  private note(line: string): void {
    const value = (): string => line.slice(line.indexOf(':') + 1);
    if (this.name === 'UID') this.uid = value();
    else if (this.name === 'SUMMARY') this.title = value();
    else if (this.name === 'DTSTART') this.date = /(?:^|[:;=])(\d{8})(?!\d)/.exec(line)?.[1] ?? '';
    else if (this.name === 'RRULE' || this.name === 'RDATE') this.isSeries = true;
    else if (this.name === 'ATTENDEE') this.hasGuests = true;
  }
}

/** Longest property name that is looked for. */
const LONGEST_NAME = 20;

function nameOf(text: string, from: number, to: number): string {
  const most = Math.min(to, from + LONGEST_NAME);
  for (let i = from; i < most; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x3a || code === 0x3b) return text.slice(from, i).toUpperCase();
  }
  return '';
}

/** A UID as the reader of the format gives it: without escapes, and without blanks around it. */
export function plainUid(raw: string): string {
  return raw.replaceAll(/\\([\\;,])/g, '$1').trim();
}
