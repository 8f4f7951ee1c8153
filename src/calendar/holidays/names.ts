/**
 * Days that many countries share, by id: when they are, and how Google, Outlook, Apple and people spell them in ten
 * languages. Names are compared without case, accents and signs; `the`, `la` and the like at the front are passed over.
 */
export const SHARED_DAYS = {
  newYear: [
    '01-01',
    "New Year's Day|New Year|New Years Day|New Year Day|Neujahr|Neujahrstag|Jour de l'An|Nouvel An|Premier de l'An|Año Nuevo|Dia de Año Nuevo|Ano Novo|Dia de Ano Novo|Confraternização Universal|Dia da Confraternização Universal|Capodanno|Nieuwjaar|Nieuwjaarsdag|Nowy Rok|元日|元旦|元旦节|元旦假期|新年|開國紀念日|开国纪念日|中華民國開國紀念日|Nyårsdagen|Første nyttårsdag|Nytårsdag|Uudenvuodenpäivä|Nový rok",
  ],
  epiphany: [
    '01-06',
    'Epiphany|Three Kings Day|Heilige Drei Könige|Dreikönig|Dreikönigstag|Epiphanie|Épiphanie|Epifania|Epifania del Signore|Befana|Epifanía|Epifanía del Señor|Reyes|Dia de Reyes|Reyes Magos|Dia de los Reyes Magos|Driekoningen|Trzech Króli|Święto Trzech Króli|Objawienie Pańskie|Trettondedag jul|Loppiainen|Dia de Reis',
  ],
  carnivalMonday: [
    'E-48',
    'Carnival Monday|Rosenmontag|Lundi gras|Carnaval|Lunes de Carnaval|Segunda-feira de Carnaval|Carnaval segunda-feira|Rose Monday',
  ],
  carnivalTuesday: [
    'E-47',
    'Carnival|Carnival Tuesday|Shrove Tuesday|Carnaval|Martes de Carnaval|Terça-feira de Carnaval|Entrudo|Carnaval terça-feira',
  ],
  ashWednesday: ['E-46', 'Ash Wednesday|Aschermittwoch|Mercredi des Cendres|Quarta-feira de Cinzas'],
  maundyThursday: [
    'E-3',
    'Maundy Thursday|Holy Thursday|Gründonnerstag|Jueves Santo|Jeudi saint|Quinta-feira Santa|Skjærtorsdag|Skærtorsdag',
  ],
  goodFriday: [
    'E-2',
    'Good Friday|Karfreitag|Vendredi saint|Viernes Santo|Sexta-feira Santa|Sexta-Feira da Paixão|Paixão de Cristo|Venerdì Santo|Goede Vrijdag|Wielki Piątek|耶穌受難節|耶稣受难日|耶穌受難日|受难日|聖金曜日|Långfredagen|Langfredag|Pitkäperjantai|Velký pátek',
  ],
  holySaturday: [
    'E-1',
    'Holy Saturday|Easter Saturday|Karsamstag|Sábado Santo|Sábado de Gloria|耶穌受難節翌日|Day Following Good Friday|Day after Good Friday',
  ],
  easter: [
    'E+0',
    'Easter|Easter Sunday|Easter Day|Ostern|Ostersonntag|Pâques|Dimanche de Pâques|Pascua|Domingo de Pascua|Domingo de Resurrección|Páscoa|Domingo de Páscoa|Pasqua|Domenica di Pasqua|Pasen|Eerste Paasdag|Paaszondag|Wielkanoc|Niedziela Wielkanocna|復活祭|复活节|Påskdagen|Første påskedag|Påskedag|Pääsiäispäivä',
  ],
  easterMonday: [
    'E+1',
    "Easter Monday|Ostermontag|Lundi de Pâques|Lunes de Pascua|Segunda-feira de Páscoa|Lunedì dell'Angelo|Pasquetta|Lunedì di Pasqua|Tweede Paasdag|Paasmaandag|Poniedziałek Wielkanocny|Drugi dzień Wielkanocy|Lany Poniedziałek|復活節星期一|复活节星期一|Annandag påsk|Andre påskedag|Anden påskedag|2. påskedag|Toinen pääsiäispäivä|Velikonoční pondělí|2e Paasdag",
  ],
  labour: [
    '05-01',
    "Labour Day|Labor Day|May Day|International Workers' Day|Workers' Day|Workers Day|Tag der Arbeit|Maifeiertag|Erster Mai|1. Mai|Staatsfeiertag|Fête du Travail|Fête du Travail et des Travailleurs|1er mai|Dia del Trabajador|Dia del Trabajo|Fiesta del Trabajo|1 de mayo|Dia Internacional de los Trabajadores|Dia do Trabalhador|Dia do Trabalho|Dia Mundial do Trabalho|1 de maio|1.º de Maio|1º de Maio|Festa del Lavoro|Festa dei Lavoratori|Primo Maggio|1 maggio|Dag van de Arbeid|Feest van de Arbeid|Święto Pracy|1 maja|Majówka 1 maja|劳动节|劳动节假期|五一劳动节|五一|勞動節|國際勞動節|メーデー|Första maj|Arbeidernes dag|1. mai|Vappu|Svátek práce",
  ],
  ascension: [
    'E+39',
    "Ascension|Ascension Day|Christi Himmelfahrt|Himmelfahrt|Auffahrt|Vatertag Christi Himmelfahrt|Jeudi de l'Ascension|Ascensión|Ascensión del Señor|Ascensão|Ascensione|Hemelvaart|Hemelvaartsdag|O.L.H. Hemelvaart|Onze Lieve Heer hemelvaart|Wniebowstąpienie|Kristi himmelsfärdsdag|Kristi himmelfartsdag|Kristi himmelfart|Helatorstai",
  ],
  whitSunday: [
    'E+49',
    'Pentecost|Whit Sunday|Whitsun|Pfingsten|Pfingstsonntag|Pentecôte|Dimanche de Pentecôte|Pentecostés|Pentecostes|Pentecoste|Pinksteren|Eerste Pinksterdag|Zesłanie Ducha Świętego|Zielone Świątki|Pingstdagen|Første pinsedag|Pinsedag',
  ],
  whitMonday: [
    'E+50',
    'Whit Monday|Pentecost Monday|Pfingstmontag|Lundi de Pentecôte|Lunes de Pentecostés|Segunda Pascua|Lunedì di Pentecoste|Tweede Pinksterdag|Pinkstermaandag|Andre pinsedag|Anden pinsedag|2. pinsedag|2e Pinksterdag',
  ],
  corpusChristi: [
    'E+60',
    'Corpus Christi|Fronleichnam|Fête-Dieu|Corpus Domini|Sacramentsdag|Boże Ciało|Corpo de Deus|Corpo de Cristo|Corpus',
  ],
  assumption: [
    '08-15',
    'Assumption|Assumption Day|Assumption of Mary|Assumption of the Virgin Mary|Mariä Himmelfahrt|Assomption|15 août|Asunción|Asunción de la Virgen|La Asunción de la Virgen|Asunción de María|Assunção de Nossa Senhora|Nossa Senhora da Assunção|Assunção|Ferragosto|Assunzione|Assunzione di Maria|O.L.V. Hemelvaart|Onze Lieve Vrouw Hemelvaart|Maria-Tenhemelopneming|Wniebowzięcie|Wniebowzięcie NMP|Wniebowzięcie Najświętszej Maryi Panny',
  ],
  reformation: [
    '10-31',
    'Reformation Day|Reformationstag|Dia de las Iglesias Evangélicas|Dia Nacional de las Iglesias Evangélicas y Protestantes',
  ],
  allSaints: [
    '11-01',
    "All Saints' Day|All Saints|Allerheiligen|Toussaint|Todos los Santos|Dia de Todos los Santos|Fiesta de Todos los Santos|Todos os Santos|Dia de Todos os Santos|Dia de Todos-os-Santos|Ognissanti|Tutti i Santi|Wszystkich Świętych|Dzień Wszystkich Świętych|諸聖人の日",
  ],
  allSouls: [
    '11-02',
    "All Souls' Day|Allerseelen|Fête des Morts|Dia de Finados|Finados|Fieles Difuntos|Dia de los Fieles Difuntos|Dia de los Muertos|Dia de Muertos|Allerzielen|Zaduszki",
  ],
  immaculate: [
    '12-08',
    "Immaculate Conception|Mariä Empfängnis|Immaculée Conception|Inmaculada|Inmaculada Concepción|Dia de la Inmaculada Concepción|Inmaculada Concepción de María|Imaculada Conceição|Dia da Imaculada Conceição|Immacolata|Immacolata Concezione|Festa dell'Immacolata|Feast of the Immaculate Conception",
  ],
  christmasEve: [
    '12-24',
    'Christmas Eve|Heiligabend|Heiliger Abend|Weihnachtsabend|Réveillon de Noël|Veille de Noël|Nochebuena|Véspera de Natal|Vigilia di Natale|Kerstavond|Wigilia|Wigilia Bożego Narodzenia|クリスマスイブ|平安夜|圣诞夜|Julafton|Julaften|Jouluaatto|Štědrý den',
  ],
  christmas: [
    '12-25',
    'Christmas|Christmas Day|Xmas|Xmas Day|Weihnachten|Weihnachtstag|Erster Weihnachtstag|1. Weihnachtstag|1. Weihnachtsfeiertag|Erster Weihnachtsfeiertag|Weihnachtsfeiertag|Christtag|Noël|Jour de Noël|Navidad|Dia de Navidad|Natividad del Señor|Natal|Dia de Natal|Natale|Giorno di Natale|Kerst|Kerstmis|Eerste Kerstdag|Kerstdag|1e Kerstdag|Boże Narodzenie|Pierwszy dzień Bożego Narodzenia|1. dzień Bożego Narodzenia|Pierwszy dzień świąt|クリスマス|圣诞节|聖誕節|Juldagen|Første juledag|Juledag|Joulupäivä|1. svátek vánoční',
  ],
  boxing: [
    '12-26',
    "Boxing Day|St. Stephen's Day|Saint Stephen's Day|Day of Goodwill|Zweiter Weihnachtstag|2. Weihnachtstag|2. Weihnachtsfeiertag|Zweiter Weihnachtsfeiertag|Stephanstag|Stefanitag|Stephanitag|Saint-Étienne|Deuxième jour de Noël|Lendemain de Noël|San Esteban|Santo Stefano|Santo Estêvão|Tweede Kerstdag|2e Kerstdag|Drugi dzień Bożego Narodzenia|2. dzień Bożego Narodzenia|Drugi dzień świąt|Szczepana|節禮日|节礼日|聖誕節後第一個周日|Annandag jul|Andre juledag|Anden juledag|2. juledag|Tapaninpäivä|2. svátek vánoční|Second Day of Christmas|First weekday after Christmas|聖誕節後第一個周日|圣诞节翌日",
  ],
  newYearsEve: [
    '12-31',
    "New Year's Eve|New Years Eve|Silvester|Saint-Sylvestre|Réveillon|Nochevieja|Fin de Año|Véspera de Ano Novo|Réveillon de Ano Novo|San Silvestro|Oudejaarsavond|Oud en Nieuw|Oudjaar|Sylwester|大晦日|除夕|大年三十|Nyårsafton|Nyttårsaften",
  ],
  valentines: [
    '02-14',
    "Valentine's Day|Valentinstag|Saint-Valentin|San Valentín|Dia dos Namorados|San Valentino|Valentijnsdag|Walentynki|バレンタインデー|情人节",
  ],
  womensDay: [
    '03-08',
    "International Women's Day|Women's Day|Internationaler Frauentag|Frauentag|Journée internationale des femmes|Journée des droits des femmes|Dia de la Mujer|Dia Internacional de la Mujer|Dia da Mulher|Dia Internacional da Mulher|Festa della donna|Internationale Vrouwendag|Dzień Kobiet|Międzynarodowy Dzień Kobiet|国際女性デー|妇女节|国际妇女节|三八妇女节",
  ],
  stJoseph: ['03-19', "St. Joseph's Day|San José|Dia de San José|Josefstag|Saint-Joseph|San Giuseppe"],
  stPeterPaul: [
    '06-29',
    'Saints Peter and Paul|Peter und Paul|San Pedro y San Pablo|Santi Pietro e Paolo|Saint Peter and Saint Paul',
  ],
  stJohn: [
    '06-24',
    "St. John's Day|San Juan|Saint-Jean|Saint-Jean-Baptiste|Fête nationale du Québec|São João|San Giovanni|Dia de San Juan",
  ],
  chineseNewYear: [
    'L:spring',
    "Chinese New Year|Lunar New Year|Spring Festival|春节|春節|农历新年|農曆新年|農曆年初一|农历年初一|大年初一|春节假期|春節假期|Lunar New Year's Day",
  ],
  chineseNewYear2: [
    'L:spring+1',
    'Second Day of Chinese New Year|Second Day of Lunar New Year|Chinese New Year Day 2|大年初二|農曆年初二|农历年初二|Chinese New Year Holiday|Lunar New Year Holiday|春节初二',
  ],
  chineseNewYear3: [
    'L:spring+2',
    'Third Day of Chinese New Year|Third Day of Lunar New Year|大年初三|農曆年初三|农历年初三',
  ],
  qingming: [
    'L:qingming',
    'Qingming Festival|Tomb Sweeping Day|Ching Ming Festival|清明|清明节|清明節|民族掃墓節',
  ],
  dragonBoat: ['L:dragon', 'Dragon Boat Festival|Tuen Ng Festival|端午|端午节|端午節'],
  midAutumn: ['L:moon', 'Mid-Autumn Festival|Moon Festival|中秋|中秋节|中秋節'],
  vesak: [
    'L:vesak',
    "Vesak Day|Buddha's Birthday|Birthday of the Buddha|佛誕|卫塞节|Buddha Purnima|Buddha Purnima/Vesak|Vesak",
  ],
  eidFitr: [
    'L:fitr',
    'Eid al-Fitr|Eid ul-Fitr|Hari Raya Puasa|Ramzan Id|Ramzan Id/Eid-ul-Fitar|Ramadan|Ramazan Bayrami|Eid',
  ],
  eidAdha: ['L:adha', 'Eid al-Adha|Eid ul-Adha|Hari Raya Haji|Bakrid|Bakrid/Eid ul-Adha|Bakri Id'],
  diwali: ['L:diwali', 'Diwali|Deepavali|Diwali/Deepavali'],
  holi: ['L:holi', 'Holi|Dolyatra'],
} as const satisfies Record<string, readonly [rule: string, names: string]>;

export type SharedDay = keyof typeof SHARED_DAYS;
