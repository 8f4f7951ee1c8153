/** Words by which calendars and people say that something is off, in ten languages. */
const CANCELLED = [
  'cancell?ed(?: event)?',
  'cancell?ation',
  'abgesagt(?:er termin)?',
  'absage',
  'storniert',
  'gestrichen',
  'entfällt',
  'fällt aus',
  'ausgefallen',
  'annulée?s?',
  'annulation',
  'cancelad[oa]s?',
  'anulad[oa]s?',
  'suspendid[oa]s?',
  'cancelamento',
  'annullat[oaei]',
  'cancellat[oaei]',
  'geannuleerd',
  'afgelast',
  'afgezegd',
  'vervallen',
  'vervalt',
  'odwołan[eay]',
  'anulowan[eay]',
].join('|');
const CANCELLED_CJK = '中止|キャンセル(?:済み?)?|取消|取り消し|已取消|延期中止|休止';

const CANCELLED_TITLE = new RegExp(
  // "Canceled: Weekly", "[CANCELLED] Weekly", "❌ Abgesagt - Weekly"; "Weekly (cancelled)", "Weekly - abgesagt".
  `^[^\\p{L}\\p{N}]*(?:${CANCELLED})\\s*(?:$|[:：\\])）】!-]|[–—])|(?:[[(（【]|[–—:]\\s*|\\s-\\s*)(?:${CANCELLED})[^\\p{L}\\p{N}]*$` +
    `|^[^\\p{L}\\p{N}]*(?:${CANCELLED_CJK})\\s*(?:$|[:：\\])）】\\s・])|[[(（【：:\\s](?:${CANCELLED_CJK})[^\\p{L}\\p{N}]*$` +
    '|\\b(?:entfällt|fällt (?:heute |diese woche )?aus|is (?:off|cancell?ed)|est annulée?|se cancela|foi cancelad[oa]|è annullat[oa]|gaat niet door|nie odbędzie się)\\s*[!.]?$',
  'iu',
);

/**
 * Whether a title says that the entry is cancelled, as Outlook and people write it: "Canceled: Weekly",
 * "Weekly - abgesagt", "【中止】定例". A title that merely speaks of cancelling ("Cancellation policy review") is not.
 */
export function isCancelledTitle(title: string): boolean {
  return CANCELLED_TITLE.test(title.normalize('NFC').trim());
}

/** Words that only reserve time, in ten languages. */
const HOLD = [
  'holds?',
  'on hold',
  'hold (?:for|the date|my calendar)',
  'save the date',
  'std',
  'place ?holder',
  'tentative',
  'tbc',
  'maybe',
  'pencil(?:led)? in',
  'blocker?',
  'blocked(?: (?:time|out|off))?',
  'block(?:er)? out',
  'time ?block',
  'busy',
  'do not (?:book|disturb|schedule)',
  'dnd',
  'dnb',
  'dns',
  'unavailable',
  'not available',
  'reserved?',
  'blockiert',
  'geblockt',
  'blockung',
  'blocken',
  'termin ?blocker',
  'platzhalter',
  'vorgemerkt',
  'vormerken',
  'reserviert',
  'vielleicht',
  'besetzt',
  'beschäftigt',
  'gebucht',
  'nicht (?:buchen|stören|verfügbar)',
  'bitte (?:nicht|nix) (?:buchen|stören)',
  'bloquée?',
  'blocage',
  'créneau (?:bloqué|réservé)',
  'réservée?',
  'à confirmer',
  'option',
  'pré-?résa',
  'peut-être',
  'occupée?',
  'ne pas (?:déranger|réserver|planifier)',
  'indisponible',
  'bloque(?:o|ado)',
  'reservad[oa]',
  'por confirmar',
  'tentativo',
  'quizás?',
  'tal vez',
  'ocupad[oa]',
  'no (?:molestar|agendar|disponible)',
  'hueco reservado',
  'bloqueio',
  'provisório',
  'a confirmar',
  'talvez',
  'não (?:incomodar|agendar|perturbar|disponível|marcar)',
  'indisponível',
  'bloccat[oa]',
  'blocco(?: agenda)?',
  'riservat[oa]',
  'da confermare',
  'provvisorio',
  'forse',
  'occupat[oa]',
  'non (?:disturbare|disponibile|prenotare)',
  'segnaposto',
  'gereserveerd',
  'geblokkeerd',
  'blokkade',
  'blok',
  'onder voorbehoud',
  'ovb',
  'optie',
  'misschien',
  'bezet',
  'niet (?:storen|beschikbaar|inplannen|boeken)',
  'rezerwacja(?: terminu)?',
  'blokada',
  'zablokowan[eya]',
  'wstępnie',
  'zarezerwowan[eya]',
  'może',
  'zajęt[eya]',
  'nie (?:przeszkadzać|umawiać|rezerwować|planować)',
  'niedostępn[aey]',
].join('|');
const HOLD_CJK =
  '仮|仮予定|仮押さえ|仮押え|仮ブロック|仮入れ|キープ|確保|ブロック|予定あり|取り込み中|予約済み?|会議不可|占位|预留|預留|暂定|暫定|待定|预定|占用|忙碌?|忙|勿扰|勿擾|请勿打扰|請勿打擾|勿约|别约|锁定|保留';

const BARE = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:(?:${HOLD})|(?:${HOLD_CJK}))(?:[^\\p{L}]|(?:${HOLD})|(?:${HOLD_CJK})|時間|时间|時間帯|日程|予定|\\b(?:time|slot|termin|zeit|agenda|créneau|hora|tempo|czas|tijd|private?|privat)\\b)*$`,
  'iu',
);
const WITH_SUBJECT = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:(?:${HOLD})\\s*(?:[:：\\])）】–—]|\\s-|(?<=save the date)\\s|\\s(?:for|für|pour|para|per|voor|na|dla)\\s)|(?:${HOLD_CJK})\\s*[:：\\])）】\\s])\\s*(.+)$`,
  'iu',
);
const AT_THE_END = new RegExp(
  `^(.+?)\\s*(?:[[(（【]\\s*(?:${HOLD}|${HOLD_CJK})\\s*[\\])）】]|\\s[-–—]\\s*(?:hold|tbc|tentative|platzhalter|ovb|blocker))[^\\p{L}\\p{N}]*$`,
  'iu',
);

/**
 * Whether a title only reserves time: null for one that does not, `{ subject: null }` for a bare one ("HOLD", "busy",
 * "仮予定"), and what it is held for where it says so ("Hold: board prep", "Workshop (tbc)").
 */
export function holdOf(title: string): { readonly subject: string | null } | null {
  const text = title.normalize('NFC').trim();
  if (BARE.test(text)) return { subject: null };
  const [, subject = ''] = WITH_SUBJECT.exec(text) ?? AT_THE_END.exec(text) ?? [];
  return /[\p{L}\p{N}]/u.test(subject) ? { subject: subject.trim() } : null;
}
