/**
 * What a calendar is to the user's week: `work` counts; `private` blocks time as away, and its titles appear nowhere but
 * in the week's own view; `off` is not read.
 */
export const CALENDAR_ROLES = ['work', 'private', 'off'] as const;
export type CalendarRole = (typeof CALENDAR_ROLES)[number];

/** Words that people name their private calendars by, in ten languages; whole words, without case and accents. */
const PRIVATE_WORDS = new Set(
  [
    'private privat privates privater personal perso prive privee privado privada privato privata personale',
    'particular pessoal prywatny prywatne privatni family familie famille familia famiglia rodzina rodina familien',
    'home zuhause daheim maison hogar casa domov thuis kids kinder enfants ninos filhos figli kinderen',
    'household haushalt birthdays geburtstage anniversaires cumpleanos aniversarios compleanni urodziny',
    'partner couple paar gezin prive',
  ].flatMap((line) => line.split(' ')),
);
/** The same where words are not set apart by spaces. */
const PRIVATE_PARTS = ['家族', '家庭', 'プライベート', '個人', '誕生日', '私用'];

/** The role that a calendar's name suggests; null where it says nothing. */
export function roleByName(name: string): CalendarRole | null {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  if (plain.split(/[^\p{L}]+/u).some((word) => PRIVATE_WORDS.has(word))) return 'private';
  // Decomposed kana have lost their marks above: compare the text as it came.
  return PRIVATE_PARTS.some((part) => name.normalize('NFC').includes(part)) ? 'private' : null;
}
