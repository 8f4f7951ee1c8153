import { GIVEN_NAMES } from './given-names.ts';
import { HALF_DAY, LEAVE_WORDS } from './leave-words.ts';

/** Roles of which somebody else's absence is told. Over `normalized` text. */
const ROLE =
  /(?<![\p{L}])(?:boss|nanny|manager|team ?lead|assistant|intern|apprentice|colleague|babysitter|cleaner|childminder|sitter|au pair|director|ceo|cto|cfo|secretary|receptionist|supervisor|husband|wife|partner|mum|mom|dad|mother|father|kid|kids|son|daughter|chef(?:in)?|tagesmutter|azubi|kolleg(?:e|in)|assistenz|sekretar(?:iat|in)|praktikant(?:in)?|putzfrau|leiter(?:in)?|mann|frau|mama|papa|patron(?:ne)?|nounou|stagiaire|collegue|assistante?|responsable|directeur|directrice|apprentie?|mari|femme|jefe|jefa|nin?era|canguro|becari[oa]|companer[oa]|ayudante|encargad[oa]|gerente|chef[ae]|baba|estagiari[oa]|colega|chefe|diretor(?:a)?|assistente|capo|tata|stagista|collega|direttore|direttrice|titolare|tirocinante|baas|oppas|stagiair(?:e)?|leidinggevende|szef(?:owa)?|niania|stazyst(?:a|ka)|koleg[ai]|kolezanka|kierowni(?:k|czka)|maz|zona|team|everyone|staff|kollegen|equipe|squad)(?:'s|s')?(?![\p{L}])|部長|課長|社長|店長|係長|主任|先輩|後輩|同僚|上司|経理|经理|老板|主管|同事|领导|总监|老师|阿姨|保姆|妻|夫|子供/u;

/** Words that may stand beside leave without naming anybody: kinds, lengths, reasons, small words. */
const QUALIFIES = new Set(
  `annual sick parental maternity paternity summer winter spring autumn christmas xmas easter bank public national family half full my unpaid paid study compassionate bereavement day days week weeks on out taking personal long labor labour memorial thanksgiving independence new good boxing approved pending confirmed special earned casual privilege time hours hour hrs h floating comp mental health ski skiing beach camping honeymoon trip road i me we in at to the a an and of for from until till off ooo pto am pm all today tomorrow yes yay finally extended
sommer winter weihnachts oster halber ganzer ganztags mein meine bei noch jahres rest eltern tag tage woche wochen genehmigt in im am an der die das den dem mit und bis von ab wir ich bin habe hab
jour jours semaine mes mon ma nos annuels payes ete hiver noel paques en a au aux du de des la le les et avec pose poses posee valide
dia dias semana mis mi verano invierno navidad navidades puente el la los las de del en con y por para aprobadas aprobado
meu minha minhas meus verao natal fim ano o a os as do da no na em com e coletivas aprovadas
giorno giorni settimana mie mia estive estate natale pasqua il lo la le i gli di del della in con e a al
bijzonder bijzondere dag dagen week weken mijn zomer kerst met naar in op de het en van te
dzien dni tydzien moj moje moja wypoczynkowy zdrowotny na w z i do zadanie bezplatny od`.split(/\s+/),
);

/** Words between a name and what it has: "Vacaciones de Pedro", "Urlaub von Jana". */
const OF = /^(?:de|von|di|van|du|do|da|del|della|dell|d|des|bei|for|fur)$/u;

const KANJI_SURNAME =
  /^(?:佐藤|鈴木|高橋|田中|伊藤|渡辺|渡邊|山本|中村|小林|加藤|吉田|山田|佐々木|山口|松本|井上|木村|林|斎藤|斉藤|清水|山崎|森|池田|橋本|阿部|石川|山下|中島|石井|小川|前田|岡田|長谷川|藤田|後藤|近藤|村上|遠藤|青木|坂本|福田|太田|西村|藤井|金子|岡本|藤原|中野|三浦|原田|松田|竹内|中川|小野|田村|和田|中山|石田|上田|森田|柴田|酒井|工藤|横山|宮崎|宮本|内田|高木|安藤|島田|谷口|大野|丸山|今井|河野|藤本|村田|武田|上野|杉山|増田|小島|平野|大塚|千葉|久保|松井|岩崎|桜井|野口|松尾|野村|菊地|木下|菅原|大西)(?![曜日])/u;
const HAN_SURNAME =
  /^(?:王|李|张|刘|陈|杨|赵|黄|周|吴|徐|孙|胡|朱|高|林|何|郭|马|罗|梁|宋|郑|谢|韩|唐|冯|于|董|萧|程|曹|袁|邓|许|傅|沈|曾|彭|吕|苏|卢|蒋|蔡|贾|丁|魏|薛|叶|阎|余|潘|杜|戴|夏|钟|汪|田|任|姜|范|方|石|姚|谭|廖|邹|熊|金|陆|郝|孔|白|崔|康|毛|邱|秦|江|史|顾|侯|邵|孟|龙|万|段|雷|钱|汤|尹|黎|易|常|武|乔|贺|赖|龚|文|張|劉|陳|楊|趙|黃|吳|孫|馬|羅|鄭|謝|韓|馮|蕭|鄧|許|蘇|盧|蔣|賈|葉|閻|鍾|譚|廖|鄒|陸|邱|顧|龍|錢|湯|賴|龔)/u;

/** Words by which one speaks of oneself. */
const OWN_STATEMENT =
  /(?<![\p{L}])(?:not working|arbeite nicht|habe frei|ne travaille pas|no trabajo|nao trabalho|non lavoro|werk niet|my|i am|i'm|mein|meine|mon|mes|mis|minhas|mie|mijn|moj)(?![\p{L}])|^我/u;

/** "Urlop: K. Malec", "dr Sobczyk L4": nobody writes of oneself so, unless the name is the user's. */
const INITIAL_OR_TITLE =
  /[:–-]\s*\p{Lu}\.\s*\p{Lu}\p{L}+$|^(?:dr|prof|pan|pani|herr|frau|mme|mw|mevr|dott|sra?|sig|mr|mrs|ms)\.?\s+\p{Lu}/iu;

/** "proboszcz na urlopie": who or what stands before it is somebody else. */
const IS_ON_LEAVE =
  /^\p{L}+ (?:na urlopie|op vakantie|met verlof|en vacances|en conge|de vacaciones|de ferias|in ferie|im urlaub|in urlaub|on leave|on vacation|on holiday)(?![\p{L}])/u;

/** Words of a name, for comparing with the user's own. */
function nameParts(text: string): string[] {
  return text.split(/[^\p{L}]+/u).filter((part) => part.length > 1);
}

/** What of a title is left when words of leave, qualifiers, numbers and brackets of dates are gone; in order. */
export function residueOf(text: string): string[] {
  const rest =
    text
      .replace(LEAVE_WORDS, ' ')
      .replace(new RegExp(HALF_DAY.source, 'gu'), ' ')
      .match(/[\p{L}\p{M}]+(?:['’][\p{L}]+)?/gu) ?? [];
  return rest.filter((word) => !QUALIFIES.has(word) && !/^[a-z]$/.test(word));
}

/**
 * Whether an entry about leave tells of somebody else's: a possessive, a role, or a name before or after the words of
 * leave, and that name is not the user's own.
 * @param raw the title as written; `text` the same, normalised; `ownNames` normalised
 */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: an ordered list of signs, to be read from top to bottom.
export function isSomebodyElses(raw: string, text: string, ownNames: readonly string[]): boolean {
  const own = new Set<string>(ownNames.flatMap(nameParts));
  if (OWN_STATEMENT.test(text) && !GIVEN_NAMES.has(text.split(/[^\p{L}]+/u)[0] ?? '')) return false;
  const isOwn = (words: readonly string[]): boolean => words.some((word) => own.has(word));
  if (/さん|様|氏|くん(?![\p{L}])|ちゃん|先生/u.test(raw)) return true;
  const compact = raw.replace(/[\s\p{P}]/gu, '');
  if (KANJI_SURNAME.test(raw.trim()) && /^\p{Script=Han}{1,4}[\s　:：・\-（(]/u.test(raw.trim())) return true;
  if (isNameBeforeLeave(raw) || (INITIAL_OR_TITLE.test(raw) && !isOwn(residueOf(text)))) return true;
  if (isHanName(compact)) return !isOwn([compact.slice(0, 2), compact.slice(0, 3)]);
  const residue = residueOf(text);
  if (isOwn(residue)) return false;
  if (
    /(?<![\p{L}])\p{Lu}?[\p{L}-]+(?:['’]s|s['’])(?=\s)/u.test(raw) &&
    !/^(?:new|mother|father|valentine|st|carer|today)['’]?s/u.test(text)
  ) {
    return !/(?:day|week|month|year)['’]s/u.test(text);
  }
  if (ROLE.test(text.replace(LEAVE_WORDS, ' '))) return true;
  if (residue.length > 0 && IS_ON_LEAVE.test(text)) return true;
  return namesSomebody(raw, text, residue);
}

/** Words that stand before leave in Japanese and Chinese and name nobody. */
const KIND_OF_LEAVE =
  /^(?:[夏冬春秋]季?|年次|年休|特別|終日|全日|本日|今日|明日|会社|全社|慶弔|リフレッシュ|バースデー|誕生日|正月|年末|年始|お盆|連休|大型|計画|有給|通院|家族|旅行|私用|国庆|元旦|春节|\p{Script=Han}+[节節]|中秋|端午|清明|公司|店|定期|振替|創立|結婚|看護|介護|育児|生理)/u;

/** A name and a space before the words of leave: 西岡 育休, スギモト 有給, 慧如 特休. */
function isNameBeforeLeave(raw: string): boolean {
  const [, name] =
    /^([\p{Script=Han}々]{2,3}|\p{Script=Katakana}{3,5})\p{Lu}*[\s\u3000]+(?=\S)/u.exec(raw.trim()) ?? [];
  if (name === undefined || KIND_OF_LEAVE.test(name)) return false;
  return new RegExp(LEAVE_WORDS.source, 'u').exec(raw.trim().slice(name.length))?.index !== undefined;
}

/** A Chinese name or a form of address before or after the words: 王伟, 小李, 张经理, 老王. */
function isHanName(compact: string): boolean {
  const rest = compact.replace(new RegExp(LEAVE_WORDS.source, 'gu'), '').replace(/[0-9０-９天日号月]/gu, '');
  if (!/^\p{Script=Han}{2,4}$/u.test(rest) || /[季期节節年特全半厅国國]/u.test(rest)) return false;
  return (
    (/^[小老阿大]\p{Script=Han}/u.test(compact) && rest.length === 2) ||
    (HAN_SURNAME.test(rest) && rest.length <= 4)
  );
}

function namesSomebody(raw: string, text: string, residue: readonly string[]): boolean {
  if (residue.length === 0 || residue.length > 4) return false;
  const first = residue[0] ?? '';
  const given = residue.some((word) => GIVEN_NAMES.has(word));
  const at = text.search(new RegExp(LEAVE_WORDS.source, 'u'));
  const before = at > 0 && text.indexOf(first) < at;
  const words: readonly string[] = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  const index = words.indexOf(first);
  const possessed = index > 0 && OF.test(words[index - 1] ?? '');
  if (given && (before || possessed || residue.length <= 2)) return true;
  // A capitalised word before the words of leave is a name, where it stands right before them: "Kwabena OOO".
  const names = residue.every((word) =>
    new RegExp(`(?<![\\p{L}])\\p{Lu}\\p{L}{${word.length - 1}}(?![\\p{L}])`, 'u').test(raw),
  );
  return before && names && residue.length <= 3 && /^\s*\p{Lu}/u.test(raw);
}
