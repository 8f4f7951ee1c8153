/** An element of an answer: names without prefixes, text as it was meant. */
export interface XmlElement {
  /** Local name. */
  readonly name: string;
  /** Namespace; '' where there is none. */
  readonly space: string;
  /** By the name as it is written, prefix and all. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The element's own text, CDATA among it, without that of its children. */
  readonly text: string;
}

/** Deeper than any answer of a calendar server; what is below is read as if it stood here. */
const DEEPEST = 60;

interface Open {
  readonly name: string;
  readonly tag: string;
  readonly space: string;
  readonly spaces: ReadonlyMap<string, string>;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  readonly text: string[];
}

/**
 * Reads the XML of a WebDAV answer; null where it holds no element. Written by hand, because a service worker has no
 * DOMParser and real servers send what a strict parser refuses: raw control characters (Cyrus, sabre, Xandikos,
 * Radicale) and references to characters that XML lacks (SOGo's `&#65535;`). Text stays text: `2026` is a name, no
 * number. Entities other than the five of XML stay as they stand, so none can grow. Linear in the text's length.
 */
export function parseXml(text: string): XmlElement | null {
  const root: Open = {
    name: '',
    tag: '',
    space: '',
    spaces: new Map(),
    attributes: new Map(),
    children: [],
    text: [],
  };
  const stack: Open[] = [root];
  const close = (): void => {
    const done = stack.pop();
    if (done) stack.at(-1)?.children.push(elementOf(done));
  };
  const closeTo = (depth: number): void => {
    while (depth > 0 && stack.length > depth) close();
  };
  const markup = (tag: string): void => {
    if (tag.startsWith('/')) {
      const name = tag.slice(1).trim();
      closeTo(stack.findLastIndex((open) => open.tag === name));
      return;
    }
    if (stack.length < DEEPEST) stack.push(opened(tag, stack.at(-1) ?? root));
    if (tag.endsWith('/')) close();
  };
  for (let at = 0; at < text.length; ) {
    const begin = text.indexOf('<', at);
    const until = begin < 0 ? text.length : begin;
    if (until > at) stack.at(-1)?.text.push(decoded(text.slice(at, until)));
    if (begin < 0) break;
    const special = specialAt(text, begin);
    if (special) {
      if (special.text !== '') stack.at(-1)?.text.push(special.text);
      at = special.end;
      continue;
    }
    const end = tagEnd(text, begin);
    markup(text.slice(begin + 1, end));
    at = end + 1;
  }
  closeTo(1);
  return root.children[0] ?? null;
}

/** The first child of that name and namespace. */
export function child(element: XmlElement | undefined, space: string, name: string): XmlElement | undefined {
  return element?.children.find((c) => c.name === name && c.space === space);
}

/** All children of that name and namespace. */
export function childrenOf(element: XmlElement | undefined, space: string, name: string): XmlElement[] {
  return (element?.children ?? []).filter((c) => c.name === name && c.space === space);
}

/** Text as it may stand in an element. */
export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** A comment, an instruction, a document type or CDATA at this place; null where there is none. */
function specialAt(text: string, begin: number): { text: string; end: number } | null {
  const behind = (mark: string, from: number): number => {
    const found = text.indexOf(mark, from);
    return found < 0 ? text.length : found + mark.length;
  };
  if (text.startsWith('<![CDATA[', begin)) {
    const end = behind(']]>', begin);
    return { text: text.slice(begin + 9, Math.max(begin + 9, end - 3)), end };
  }
  if (text.startsWith('<!--', begin)) return { text: '', end: behind('-->', begin + 4) };
  if (text.startsWith('<?', begin)) return { text: '', end: behind('?>', begin) };
  if (text.startsWith('<!', begin)) return { text: '', end: behind('>', begin) };
  return null;
}

/** Where the tag that begins here ends; a `>` inside a quoted attribute does not end it. */
function tagEnd(text: string, begin: number): number {
  let quote = '';
  for (let at = begin + 1; at < text.length; at++) {
    const c = text[at] ?? '';
    if (quote !== '') quote = c === quote ? '' : quote;
    else if (c === '"' || c === "'") quote = c;
    else if (c === '>') return at;
  }
  return text.length;
}

function opened(tag: string, parent: Open): Open {
  const name = /^[^\s/]*/.exec(tag)?.[0] ?? '';
  const attributes = attributesOf(tag);
  let spaces = parent.spaces;
  if (tag.includes('xmlns')) {
    const own = new Map(spaces);
    for (const [key, value] of attributes) {
      if (key === 'xmlns') own.set('', value);
      else if (key.startsWith('xmlns:')) own.set(key.slice('xmlns:'.length), value);
    }
    spaces = own;
  }
  const colon = name.indexOf(':');
  const space = spaces.get(colon < 0 ? '' : name.slice(0, colon)) ?? '';
  return { name: name.slice(colon + 1), tag: name, space, spaces, attributes, children: [], text: [] };
}

function attributesOf(tag: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  if (!tag.includes('=')) return attributes;
  for (const [, name = '', double, single] of tag.matchAll(/\s([^\s=]{1,200})=(?:"([^"]*)"|'([^']*)')/g)) {
    attributes.set(name, decoded(double ?? single ?? ''));
  }
  return attributes;
}

function elementOf({ name, space, attributes, children, text }: Open): XmlElement {
  return { name, space, attributes, children, text: text.join('') };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with its character references as characters; those that are none become U+FFFD. */
export function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,8}|#[0-9]{1,8}|[a-z]{2,4});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : '\ufffd';
  });
}
