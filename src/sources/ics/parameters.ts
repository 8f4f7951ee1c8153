/**
 * The parameters of a content line, from the first semicolon up to the colon: names in lower case, the last value where
 * one comes twice. A quoted value ends with its quote, another with the next semicolon; `^n`, `^'` and `^^` are read as
 * RFC 6868 has them, and so are the escapes of TEXT, which some programs write here too (`CN=Doe\\, Jane`). A parameter without a value is left out.
 */
export function parametersOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let at = 1;
  while (at < text.length) {
    const equals = text.indexOf('=', at);
    if (equals < 0) break;
    const end = endOfValue(text, equals + 1);
    const isQuoted = text[equals + 1] === '"' && text.indexOf('"', equals + 2) > 0;
    const value = isQuoted
      ? text.slice(equals + 2, text.indexOf('"', equals + 2))
      : text.slice(equals + 1, end);
    const name = text
      .slice(text.lastIndexOf(';', equals) + 1, equals)
      .trim()
      .toLowerCase();
    if (name !== '') found.set(name, unescaped(uncircumflexed(value)));
    at = end + 1;
  }
  return found;
}

/** Where the value that begins at `at` ends: at the semicolon behind it, or with the text. */
function endOfValue(text: string, at: number): number {
  const quote = text[at] === '"' ? text.indexOf('"', at + 1) : -1;
  const end = text.indexOf(';', Math.max(at, quote));
  return end < 0 ? text.length : end;
}

const CIRCUMFLEX: Readonly<Record<string, string>> = { '^n': '\n', "^'": '"', '^^': '^' };

function uncircumflexed(value: string): string {
  return value.replace(/\^[n'^]/g, (code) => CIRCUMFLEX[code] ?? code);
}

/** TEXT without its escapes (RFC 5545, 3.3.11). A backslash before any other sign stays. */
export function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign));
}
