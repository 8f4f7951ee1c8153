/** A calendar's name stands among its first lines. */
const HEAD_LENGTH = 20_000;
const LONGEST_NAME = 200;
const PROPERTIES = ['X-WR-CALNAME', 'NAME'];

/** What a calendar's text calls itself; null where it does not, or where a bad server puts an address there. */
export function headName(text: string): string | null {
  for (const line of text.slice(0, HEAD_LENGTH).split(/\r?\n/)) {
    if (line.toUpperCase() === 'BEGIN:VEVENT') return null;
    const colon = line.indexOf(':');
    const property = line.slice(0, colon).split(';', 1)[0]?.toUpperCase() ?? '';
    if (colon < 0 || !PROPERTIES.includes(property)) continue;
    const name = line
      .slice(colon + 1)
      .replaceAll(/\\([\\;,])/g, '$1')
      .trim()
      .slice(0, LONGEST_NAME);
    if (name !== '' && !name.includes('://')) return name;
  }
  return null;
}
