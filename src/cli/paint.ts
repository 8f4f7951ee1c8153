export type Tone = 'craft' | 'management' | 'quiet' | 'strong';

/** SGR codes: a warm and a cool hue of like weight, as on the screens; 256 colours, which terminals have. */
const CODES: Readonly<Record<Tone, string>> = {
  craft: '38;5;173',
  management: '38;5;67',
  quiet: '2',
  strong: '1',
};

/** `text` in a tone, or as it is where the terminal takes no colour. */
export function paint(text: string, tone: Tone, color: boolean): string {
  return color && text !== '' ? `\u001b[${CODES[tone]}m${text}\u001b[0m` : text;
}
