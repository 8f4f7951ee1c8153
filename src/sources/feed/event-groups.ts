import { type EventGroup, EventLines, plainUid } from './event-group.ts';
import { LineHash, LineSums } from './line-hash.ts';

/** A calendar's text taken apart, as far as it takes to tell what has changed since the last download. */
export interface TextGroups {
  readonly groups: ReadonlyMap<string, EventGroup>;
  /** All that is no event: names, zones. The same where these are the same. */
  readonly headHash: string;
  /** The text from which single events can be read again; null where it is not one plain calendar. */
  readonly frame: { readonly head: string; readonly foot: string } | null;
  readonly hasFreeBusy: boolean;
}

/** Left out of the head: they are not read, and change without meaning anything here. */
const OTHERS = new Set(['VTODO', 'VJOURNAL']);

interface Found {
  readonly lines: EventLines;
  readonly from: number;
  to: number;
}

/** Takes the text of a calendar apart; in one pass, without copying more than the head. */
export function eventGroups(text: string): TextGroups {
  const scan = new Scan(text);
  for (const line of physicalLines(text)) scan.take(line);
  scan.endHeadLine();
  const { found, calendars, head, headSums, hasFreeBusy } = scan;
  const complete = found.every(({ to, from }) => to > from);
  return {
    groups: grouped(found),
    headHash: headSums.text(),
    frame: calendars === 1 && complete ? frameOf(head.join('')) : null,
    hasFreeBusy,
  };
}

/** What has been seen of a text, line by line. */
class Scan {
  readonly found: Found[] = [];
  readonly head: string[] = [];
  readonly headSums = new LineSums();
  calendars = 0;
  hasFreeBusy = false;
  private readonly text: string;
  /** Names of the components that are open. */
  private readonly open: string[] = [];
  private event: Found | null = null;
  private headLine = '';

  constructor(text: string) {
    this.text = text;
  }

  take(line: PhysicalLine): void {
    const { from, to, folded } = line;
    const marker = folded ? null : markerOf(this.text, from, to);
    const isInHead = this.event === null;
    const isOther = isInHead && [...this.open, marker?.name ?? ''].some((name) => OTHERS.has(name));
    if (marker?.kind === 'BEGIN') this.begin(marker.name, from);
    else if (marker && this.open.at(-1) === marker.name) this.open.pop();
    if (this.event !== null) this.takeOfEvent(this.event, line, marker);
    else if (!isOther) this.takeOfHead(line);
  }

  /** The head's last line is whole: no fold follows it. */
  endHeadLine(): void {
    const line = /^(DTSTAMP|LAST-MODIFIED|TZURL)/i.test(this.headLine) ? '' : this.headLine;
    if (line) this.headSums.add(new LineHash(line, 0, line.length));
    this.headLine = '';
  }

  private begin(name: string, from: number): void {
    this.open.push(name);
    if (name === 'VCALENDAR') this.calendars++;
    else if (name === 'VFREEBUSY') this.hasFreeBusy = true;
    else if (name === 'VEVENT') {
      this.event = { lines: new EventLines(this.text), from, to: from };
      this.found.push(this.event);
    }
  }

  private takeOfHead({ from, to, next, folded }: PhysicalLine): void {
    this.head.push(this.text.slice(from, next));
    if (!folded) this.endHeadLine();
    this.headLine += this.text.slice(folded ? from + 1 : from, to);
  }

  private takeOfEvent(
    event: Found,
    { from, to, next, folded }: PhysicalLine,
    marker: ReturnType<typeof markerOf>,
  ): void {
    if (folded) event.lines.fold(from + 1, to);
    else if (!marker) event.lines.begin(from, to, this.open.at(-1) !== 'VEVENT');
    if (marker?.kind !== 'END' || marker.name !== 'VEVENT') return;
    event.lines.finish();
    event.to = next;
    this.event = null;
  }
}

function grouped(found: readonly Found[]): Map<string, EventGroup> {
  const groups = new Map<string, { parts: Found[]; sums: LineSums; like: LineSums }>();
  for (const part of found) {
    const uid = plainUid(part.lines.uid);
    const group = groups.get(uid) ?? { parts: [], sums: new LineSums(), like: new LineSums() };
    groups.set(uid, group);
    group.parts.push(part);
    // The components themselves may come in any order too.
    const whole = part.lines.all.text();
    group.sums.add(new LineHash(whole, 0, whole.length));
    const like = part.lines.like.text();
    group.like.add(new LineHash(like, 0, like.length));
  }
  return new Map(
    [...groups].map(([uid, { parts, sums, like }]) => [
      uid,
      {
        uid,
        spans: parts.map(({ from, to }) => [from, to] as const),
        hash: sums.text(),
        likeness: like.text(),
        firstDate: parts.some((p) => p.lines.isSeries) ? null : firstDate(parts),
        title: parts[0]?.lines.title ?? '',
        hasGuests: parts.some((p) => p.lines.hasGuests),
      },
    ]),
  );
}

function firstDate(parts: readonly Found[]): string | null {
  const dates = parts.map((p) => p.lines.date).filter((date) => date !== '');
  return dates.sort()[0] ?? null;
}

function frameOf(head: string): { head: string; foot: string } | null {
  const end = head.search(/^END[ \t]*:[ \t]*VCALENDAR/im);
  return end < 0 ? null : { head: head.slice(0, end), foot: head.slice(end) };
}

const MARKER = /^(BEGIN|END)[ \t]*:[ \t]*([A-Za-z0-9-]+)[ \t]*$/i;

function markerOf(text: string, from: number, to: number): { kind: string; name: string } | null {
  const code = text.charCodeAt(from) & ~0x20;
  // B or E, and short: everything else is no marker.
  if ((code !== 0x42 && code !== 0x45) || to - from > 60) return null;
  const match = MARKER.exec(text.slice(from, to));
  return match?.[1] && match[2] ? { kind: match[1].toUpperCase(), name: match[2].toUpperCase() } : null;
}

interface PhysicalLine {
  readonly from: number;
  /** Without the line's end. */
  readonly to: number;
  readonly next: number;
  readonly folded: boolean;
}

function* physicalLines(text: string): Generator<PhysicalLine> {
  let from = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (from < text.length) {
    const lf = text.indexOf('\n', from);
    const next = lf < 0 ? text.length : lf + 1;
    let to = lf < 0 ? text.length : lf;
    if (to > from && text.charCodeAt(to - 1) === 0x0d) to--;
    const first = text.charCodeAt(from);
    if (to > from) yield { from, to, next, folded: first === 0x20 || first === 0x09 };
    from = next;
  }
}
