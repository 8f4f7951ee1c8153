/**
 * Words that say, alone or with few others, that somebody is off. Patterns over `normalized` text: lower case, without
 * accents, each digit a `0`.
 */
const LEAVE: readonly string[] = [
  // English
  "(?:(?:annual|paid|unpaid|sick|parental|maternity|paternity|bereavement|compassionate|study|carers?|carer's|family|medical|marriage|wedding|personal|jury|long service|garden(?:ing)?|emergency|adoption|shared parental|floating|stress|special|volunteer|military|religious|summer|winter|christmas|xmas|easter|half term|family|ski|skiing|beach|camping) )*(?:leave|vacations?|vacay|pto|holidays?|hols|time off|annual)",
  "a/l|on al|(?<=days? )al|ooo|o\\.o\\.o\\.?|oof|out of(?: the)? office|days? off|off work|off sick|off today|(?:i am|i'm|im|me) off|off|sick(?: days?)?|sabbatical|toil|comp(?:ensatory)?(?: time| days?| off)?|(?:days?|time) (?:off )?in lieu|lieu days?|not working|not at work|no work|wfn|mental health days?|duvet day|floating day|personal days?|flex days?|rdo|rostered days? off|rest days?|non[- ]working days?|nwd|furlough|recharge day|wellness day|wellbeing day|staycation|honeymoon|birthday off|bereavement|parental|annual leave|jury duty|jury service",
  // German
  '\\w*urlaub(?:s)?(?:tage?)?|elternzeit|mutterschutz|krank|krank(?:geschrieben|gemeldet|meldung|enstand|schreibung)|au(?: bis.*)?|arbeitsunfahig|(?:freier tag|tag frei|frei(?:e)? tage?|(?:habe|hab) frei|arbeitsfrei|dienstfrei|frei(?:er|e|en|es)?)|ferien|abwesend|abwesenheit|gleittag|gleitzeittag|gleitzeit|uberstunden(?:abbau|frei|ausgleich)?|zeitausgleich|ausgleichstag|freizeitausgleich|fza|sabbatjahr|kur|reha|karenz|pflegezeit|papamonat|kind krank|kompensation(?:stag)?|bin weg|arbeite nicht|nicht im dienst',
  // French
  'conges?(?: payes?| maternite| paternite| parental| sans solde| sabbatique| maladie| annuels?| posees?)?|cp|rtt|credit[- ]temps|vacances|arrets?(?: maladie| de travail)|malade|absente?|absence|jour(?:nee)?s? off|off|repos(?: compensateur| hebdo\\w*)?|jours? de repos|recup(?:eration)?|sans solde|jour(?:nee)? de conge|css|jour libre|ne travaille pas',
  // Spanish
  'vacaciones|vacas|dias? libres?|libre|libranza|permiso(?: de| por)?(?: \\w+)?|baja(?: medica| laboral| por \\w+| de \\w+)?|asuntos propios|moscosos?|descanso|dia de descanso|excedencia|licencia(?: medica| por \\w+| de \\w+)?|fuera de (?:la )?oficina|compensacion(?: de horas)?|dia compensatorio|franco|incapacidad|ausente|dia personal|dia administrativo|dia compensado|dia economico|enfermo|enferma|dia de la empresa|dia familiar|me pido (?:el )?dia|no trabajo',
  // Portuguese
  'ferias|folga|(?:dia de )?folga|licenca(?:[- ]\\w+)?|atestado(?: medico)?|baixa(?: medica| por \\w+)?|ausente|banco de horas|dia livre|fora do escritorio|day off|falta abonada|abono|compensacao|descanso|dia de descanso|doente|de folga|nao trabalho|luto|gozo de ferias',
  // Italian
  'ferie|vacanz[ae]|malattia|in malattia|congedo(?: \\w+)?|riposo(?: compensativo| settimanale)?|giorn(?:o|ata) di riposo|giorn(?:o|i|ata) liber[oia]|permesso|rol|assente|assenza|fuori ufficio|aspettativa|maternita|paternita|libero|recupero ore|lutto|legge 000|non lavoro|ex festivita',
  // Dutch
  '(?:\\w*)?vakantie|(?:\\w*)?verlof(?:dag(?:en)?)?|ziek|ziek(?:gemeld|melding|te)|vrij(?:e (?:dag(?:en)?|(?:maan|dins|woens|donder|vrij)dag))?|dag(?:je)? vrij|snipperdag|adv(?:[- ]dag)?|atv(?:[- ]dag)?|roostervrij|compensatievrij|tijd voor tijd|afwezig|papadag|mamadag|parttimedag|compensatiedag|recup|inhaalrust|ouderschapsverlof|niet aanwezig|vrijaf|vak|werk niet',
  // Polish
  'url(?:op(?:u|ie)?)?|na urlopie|^uz$|wolne|(?:dzien )?woln[eya](?: za \\w+)?|dni wolne|l0|zwolnienie(?: lekarskie)?|chorobowe|choroba|chor[ya]|opieka(?: nad dzieckiem)?|macierzynski|ojcowski|rodzicielski|odbior (?:nad)?godzin|odbior dnia|nieobecn[yaeo]\\w*|wakacje|nie pracuje|wychowawczy|okolicznosciowy',
];

const LEAVE_CJK: readonly string[] = [
  '有給|有休|年休|年次有給|休暇|お?休み|代休|振休|欠勤|病欠|育休|産休|特休|時間休|忌引|全休|介護休|休職|会社休|公休|非番|夏休|冬休|病休|休養|オフ',
  '年假|休假|请假|請假|病假|事假|婚假|产假|產假|陪产假|育儿假|丧假|喪假|调休|調休|补休|補休|放假|探亲假|特休|轮休|輪休|倒休|公休|公假|不上班|休息|休年假|休',
];

/** The first words of leave in a text, as a pattern of whole words. */
export const LEAVE_WORDS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${LEAVE.join('|')})(?![\\p{L}\\p{N}])|${LEAVE_CJK.join('|')}`,
  'gu',
);

/** Half of a day, or less, in ten languages. */
export const HALF_DAY =
  /(?<![\p{L}])(?:half(?:[- ]?day|[- ]day)?s?|0\/0 (?:day|tag)|0[.,]0 ?(?:days?|d|tage?|jours?|dias?|dni|giorni|dagen?)|(?:in the |this )?(?:morning|afternoon|a\.?m\.?|p\.?m\.?)(?: off| only)?|halb(?:er|en|tags?|e)?(?: tag)?|halbtagig|frei(?:nach|vor)mittag|vormittags?|nachmittags?|(?:ab|bis) mittags?|mittags|demi[- ]?journees?|demi|matin(?:ee)?|apres[- ]midi|aprem|media jornada|medio dia|mediodia|media|por la (?:tarde|manana)|tarde libre|(?:la )?(?:tarde|manana)|meio[- ]periodo|meio[- ]dia|meia[- ]jornada|(?:de|a|pela) (?:tarde|manha)|manha|mezza giornata|mezza|mezzo|mattin[ao]|pomeriggio|halve dag(?:en)?|ochtend|(?:na)?middag|'?s (?:ochtends|middags)|pol dnia|polowa dnia|rano|popoludni[ueo]|po poludniu|przedpoludnie|until noon|from noon|from lunch|after lunch|until lunch)(?![\p{L}])|半休|半日|午前休|午後休|午前|午後|am休|pm休|時間休|半天|上午|下午|半個?日|半个?工作日/u;

/** Which half a half day is, where it says so. */
export const EARLIER_HALF =
  /(?<![\p{L}])(?:morning|a\.?m\.?|vormittags?|bis mittags?|matin(?:ee)?|manana|manha|mattin[ao]|ochtend|'?s ochtends|rano|przedpoludnie|until (?:noon|lunch))(?![\p{L}])|午前|am休|上午/u;

/** Closed for the whole firm, and words that simply mean a public holiday. */
export const CLOSED =
  /(?<![\p{L}])(?:(?:company|firm|office|offices|we are|shop|store|studio|practice|business)(?: is| are)?(?: all)?(?:[- ]wide)? (?:closed|shut|closure|shutdown|holidays?|day off|recharge day)|(?:all )?offices? closed|closed(?: for.*)?|shut ?down|(?:global|company[- ]wide|firm[- ]wide) (?:recharge|rest|wellness|wellbeing)? ?day(?: off)?|bank holiday|public holiday|stat(?:utory)? holiday|federal holiday|national holiday|holiday \(.*\)|betriebs(?:ferien|urlaub|ruhe|schliessung|frei)|(?:firma|buro|praxis|laden|geschaft|kanzlei|werkstatt|restaurant)(?: ist| bleibt)? (?:geschlossen|zu)|geschlossen|feiertag|gesetzlicher feiertag|ruhetag|bruckentag frei|(?:bureau|cabinet|atelier|magasin|entreprise|boutique|restaurant)(?: est)? fermee?|fermeture(?: annuelle| de l['’]entreprise| entreprise| cabinet)?|jours? feries?|pont (?:offert|chome)|festivo|feriado(?: nacional)?|dia (?:festivo|feriado|inhabil|no laborable)|(?:oficina|empresa|tienda|local|consulta|taller) cerrad[ao]|cerrado(?: por.*)?|cierre (?:de (?:la )?(?:empresa|oficina)|por vacaciones|anual)|recesso|sem expediente|empresa fechada|(?:escritorio|loja|consultorio|atelier) fechad[oa]|fechad[oa]|feriado municipal|chiuso(?: per ferie)?|chiusura(?: aziendale| estiva| ufficio| studio)|(?:ufficio|studio|azienda|negozio)(?: e)? chius[oa]|festivo|festa nazionale|giorno festivo|(?:kantoor|winkel|praktijk|zaak|bedrijf)(?: is)? (?:gesloten|dicht)|gesloten|sluiting|collectieve (?:vakantie|sluiting)|feestdag|officiele feestdag|(?:biuro|firma|zaklad|gabinet)(?: jest)? (?:zamkniet[ea]|nieczynn[ea])|swieto|dzien ustawowo wolny(?: od pracy)?|(?:zamkniete|nieczynne))(?![\p{L}])|全社休業|休業日?|定休日?|店休|休館|休診|臨時休業|振替休日|祝日|国民の休日|公众假期|公眾假期|法定假日|法定节假日|公司放假|全公司休息|停业|歇业|(?:店|馆|诊所)休/u;
