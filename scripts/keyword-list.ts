import type { Activity } from '../src/calendar/activity.ts';
import type { EventFacts } from '../src/classify/event-facts.ts';

/** A weekend's keyword list, the yardstick of `npm run evaluate`: the first word that is found decides. */
const KEYWORDS: readonly (readonly [RegExp, Activity])[] = [
  [
    /\b(pto|ooo|vacation|holiday|urlaub|vacances|vacaciones|f[eé]rias|ferie|vakantie|urlop|sick|krank)\b|休暇|休假/i,
    'absence',
  ],
  [
    /\b(lunch|coffee|break|mittag|pause|caf[eé]|almuerzo|almo[cç]o|pranzo|koffie|kawa)\b|昼休み|午餐/i,
    'break',
  ],
  [/\b(flight|train|travel|commute|flug|zug|vuelo|voo|volo|vlucht|lot)\b|移動|出差/i, 'travel'],
  [/\b(doctor|dentist|gym|yoga|arzt|m[eé]dico|dentista|tandarts|lekarz)\b|病院|医院/i, 'personal'],
  [
    /\b(1:1|1on1|1-1|interview|feedback|mentoring|onboarding|entretien|entrevista|colloquio|gesprek)\b|面談|面试/i,
    'people',
  ],
  [
    /\b(strategy|vision|okrs?|reorg|strategie|strat[eé]gie|estrat[eé]gia|strategia|wizja)\b|戦略|战略/i,
    'direction',
  ],
  [
    /\b(budget|vendor|invoice|expense|audit|compliance|contract|procurement|rechnung|facture|factura|fattura)\b|予算|报销/i,
    'administration',
  ],
  [/\b(focus|deep work|writing|coding|fokus|concentration|foco|focus)\b|集中|写代码/i, 'deep-work'],
  [/\b(course|training|workshop|seminar|learning|kurs|cours|curso|corso|cursus)\b|研修|培训/i, 'learning'],
  [
    /\b(pairing|pair|design review|code review|architecture|incident|crit|debug)\b|レビュー|评审/i,
    'making-together',
  ],
  [
    /\b(sync|standup|stand-up|planning|retro|status|weekly|all hands|meeting|kickoff|review|call|r[eé]union|reuni[oó]n|reuni[aã]o|riunione|overleg|spotkanie|besprechung)\b|定例|会议|周会/i,
    'coordination',
  ],
];

/** The keyword list's label; with nothing found, a solo entry is deep work and the rest coordination. */
export function keywordLabel(facts: EventFacts): { activity: Activity; confidence: number } {
  const found = KEYWORDS.find(([words]) => words.test(facts.title))?.[1];
  return { activity: found ?? (facts.attendees === 1 ? 'deep-work' : 'coordination'), confidence: 0.5 };
}
