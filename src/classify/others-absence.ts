import type { EventFacts } from './event-facts.ts';

const ABSENT =
  /\b(ooo|oof|out of office|on leave|on vacation|vacation|holiday|holidays|pto|away|off|sick|urlaub|krank|abwesend|frei|conges?|absente?|en vacances|vacaciones|de baja|ausente|ferias|férias|de folga|ferie|assente|in malattia|vakantie|afwezig|vrij|ziek|urlop|nieobecny|nieobecna)\b|休み|休暇|不在|休假|请假|年假/iu;

/** Words that qualify the user's own absence: "Summer holiday" is nobody's name. */
const QUALIFIES =
  /^(annual|sick|parental|maternity|paternity|summer|winter|spring|autumn|christmas|xmas|easter|bank|public|national|family|school|half|full|my|unpaid|paid|study|compassionate|bereavement|day|days|week|on|out|ooo|pto|vacation|holiday|holidays|off|taking|personal|long|labor|labour|memorial|thanksgiving|independence|new|good|boxing|sommer|winter|weihnachts|oster|eltern|halber|ganzer|mein|bei|noch|resturlaub|urlaub|jour|conges?|vacances|mes|dia|día|mis|minhas|as|le|mie|ferie|ferias|vacaciones|vakantie|kerst|zomer|urlop|moj|mój|ziek|krank|frei|abwesend|absent|absente)$/iu;

/**
 * Whether an all-day entry tells of a colleague's absence, not of the user's: a name stands before the word
 * (`Ana OOO`, `Tom - Urlaub`, `Kim's PTO`), or other people are on it. Such entries are shown and take no day away.
 */
export function isSomebodyElsesAbsence({ title, allDay, attendees }: EventFacts): boolean {
  if (!allDay || !ABSENT.test(title)) return false;
  if ((attendees ?? 1) > 2) return true;
  const possessive = /^\s*\p{Lu}[\p{L}-]+(?:['’]s|s['’])\s/u.test(title);
  if (possessive) return !/^\s*(New|Mother|Father|Valentine|St)\b/u.test(title);
  // One name or two before the word.
  for (const names of [1, 2]) {
    const before = new RegExp(
      `^\\s*(\\p{Lu}[\\p{L}.-]+)${names === 2 ? '\\s+\\p{Lu}[\\p{L}.-]+' : ''}\\s*(?:[-–:(|,/]|\\bis\\b|\\bist\\b|\\best\\b)?\\s*`,
      'u',
    ).exec(title);
    const [whole = '', first = ''] = before ?? [];
    if (!before || QUALIFIES.test(first) || ABSENT.test(first)) continue;
    const rest = title.slice(whole.length);
    if (ABSENT.test(rest) && !/\p{L}{3,}/u.test(rest.replace(ABSENT, ''))) return true;
  }
  return false;
}
