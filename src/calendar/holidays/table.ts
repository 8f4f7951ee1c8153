/**
 * Days off by country. An entry is a day of `SHARED_DAYS` by its id, or a rule and the names of a day of its own.
 * Before it, `~` says that only some regions, years or firms are off, `?` that offices often work although it is listed,
 * `!` that it is not made up for on another day.
 *
 * Rules: `MM-DD`; `E+n` days from Easter; `nDDD MM` the n-th weekday of a month (`-1` the last); `DDD<MM-DD`,
 * `DDD>MM-DD` the weekday before, or on or after a date; `MM-DD>MON` the date, or the Monday after it; `L:name+n` days
 * from a day of a calendar of the moon or the sun (`MOON_DAYS`).
 */
export const HOLIDAY_TABLE = {
  DE: `newYear;~epiphany;~womensDay;goodFriday;easter;easterMonday;labour;ascension;whitSunday;whitMonday;~corpusChristi;
    ~08-08 Augsburger Friedensfest;~assumption;~09-20 Weltkindertag;10-03 Tag der Deutschen Einheit|Deutsche Einheit|Tag der dt. Einheit|German Unity Day|Day of German Unity|Unity Day;
    ~reformation;~allSaints;~WED<11-23 Buß- und Bettag|Buss- und Bettag|Buß und Bettag|Repentance Day;christmas;boxing`,
  AT: `newYear;epiphany;easter;easterMonday;labour;ascension;whitSunday;whitMonday;corpusChristi;assumption;
    10-26 Nationalfeiertag|Österreichischer Nationalfeiertag|Austrian National Day|National Day;allSaints;immaculate;christmas;boxing;
    ~goodFriday;~stJoseph;~11-15 Leopoldi|St. Leopold;~10-10 Tag der Volksabstimmung;~reformation`,
  CH: `newYear;ascension;08-01 Bundesfeier|1. August|1° agosto|Bundesfeiertag|Nationalfeiertag|Schweizer Bundesfeier|Fête nationale|Fête nationale suisse|1er août|Festa nazionale|Festa nazionale svizzera|Swiss National Day|National Day;christmas;
    ~01-02 Berchtoldstag|Berchtold|Lendemain du Nouvel An|Saint-Berchtold;~goodFriday;~easter;~easterMonday;~labour;~whitSunday;~whitMonday;~corpusChristi;~assumption;~allSaints;~immaculate;~boxing;~epiphany;~stJoseph;
    ~2MON 09 Knabenschiessen;~3MON 04 Sechseläuten;~3MON 09 Lundi du Jeûne|Bettagsmontag;~THU>09-05 Jeûne genevois;~12-31 Restauration de la République`,
  LU: `newYear;easterMonday;labour;05-09 Journée de l'Europe|Fête de l'Europe|Europatag|Europe Day;ascension;whitMonday;06-23 Fête nationale|Nationalfeiertag|Luxembourg National Day|National Day;assumption;allSaints;christmas;boxing`,
  FR: `newYear;~goodFriday;easter;easterMonday;labour;05-08 Victoire 1945|Fête de la Victoire|8 mai 1945|Victoire de 1945|Jour de la Victoire|8 mai|Armistice 1945|Victory Day|WWII Victory Day;ascension;whitSunday;whitMonday;
    07-14 Fête nationale|Fête nationale française|14 juillet|Quatorze juillet|Bastille Day;assumption;allSaints;11-11 Armistice|Armistice 1918|Armistice de 1918|Jour de l'Armistice|11 novembre|Jour du Souvenir|Armistice Day;christmas;~boxing;~05-22 Abolition de l'esclavage`,
  BE: `newYear;easter;easterMonday;labour;ascension;whitSunday;whitMonday;07-21 Fête nationale|Fête nationale belge|Nationale feestdag|Belgische nationale feestdag|Nationale feestdag van België|Belgian National Day|National Day|21 juillet|21 juli;assumption;allSaints;
    11-11 Armistice|Jour de l'Armistice|Wapenstilstand|Wapenstilstandsdag|Armistice Day|11 november|11 novembre;christmas;~07-11 Feest van de Vlaamse Gemeenschap|Vlaamse feestdag;~09-27 Fête de la Communauté française;~11-15 Fête du Roi|Koningsdag|Koningsfeest;?boxing;?goodFriday`,
  NL: `newYear;~goodFriday;easter;easterMonday;L:kingsday Koningsdag|King's Day|Kings Day|Konings dag;~05-05 Bevrijdingsdag|Liberation Day;ascension;whitSunday;whitMonday;christmas;boxing`,
  ES: `newYear;epiphany;~maundyThursday;goodFriday;~easterMonday;labour;assumption;10-12 Fiesta Nacional de España|Fiesta Nacional|Día de la Hispanidad|Hispanidad|Día de la Fiesta Nacional|El Pilar|Virgen del Pilar|Spain National Day|Hispanic Day;allSaints;
    12-06 Día de la Constitución|Día de la Constitución Española|La Constitución|Constitution Day|Constitución;immaculate;christmas;~boxing;~stJoseph;~stJohn;~02-28 Día de Andalucía;~05-02 Comunidad de Madrid|Día de la Comunidad de Madrid|Fiesta de la Comunidad de Madrid|Dos de Mayo;~04-23 San Jorge|Día de Castilla y León|Día de Aragón|Sant Jordi;~05-15 San Isidro;~05-30 Día de Canarias;~07-25 Santiago Apóstol|Santiago|Día de Galicia;~09-11 Diada|Diada de Cataluña|Diada Nacional de Catalunya|Día de Cataluña;~09-24 La Mercè|La Merced;~10-09 Día de la Comunidad Valenciana;~11-09 Almudena|La Almudena;~whitMonday;~corpusChristi`,
  PT: `newYear;goodFriday;easter;04-25 Dia da Liberdade|25 de Abril|Liberdade|Dia da Revolução|Freedom Day;labour;corpusChristi;06-10 Dia de Portugal|Dia de Portugal, de Camões e das Comunidades Portuguesas|Dia de Camões|10 de Junho|Portugal Day;assumption;
    10-05 Implantação da República|5 de Outubro|Dia da República|Republic Day;allSaints;12-01 Restauração da Independência|Dia da Restauração da Independência|1 de Dezembro|Restoration of Independence;immaculate;christmas;~carnivalTuesday;~06-13 Santo António|Dia de Santo António;~stJohn`,
  IT: `newYear;epiphany;easter;easterMonday;04-25 Festa della Liberazione|Anniversario della Liberazione|Liberazione|25 aprile|Giorno della Liberazione|Liberation Day;labour;06-02 Festa della Repubblica|Festa della Repubblica Italiana|2 giugno|Republic Day;assumption;~10-04 San Francesco|San Francesco d'Assisi;allSaints;immaculate;christmas;boxing;~12-07 Sant'Ambrogio;~stJohn;~stPeterPaul;~09-19 San Gennaro;~whitMonday`,
  IE: `newYear;1MON 02 St. Brigid's Day|Saint Brigid's Day|Brigid's Day|Imbolc/St. Brigid's Day;!03-17 St. Patrick's Day|Saint Patrick's Day|St Patricks Day|Paddy's Day;easterMonday;1MON 05 May Day|May Bank Holiday|Early May Bank Holiday|May Holiday;1MON 06 June Bank Holiday|June Holiday;1MON 08 August Bank Holiday|August Holiday;-1MON 10 October Bank Holiday|Halloween Bank Holiday|October Holiday;!christmas;!boxing;~goodFriday`,
  GB: `newYear;goodFriday;~easterMonday;1MON 05 Early May Bank Holiday|May Day|May Day Bank Holiday;-1MON 05 Spring Bank Holiday|Late May Bank Holiday|Whitsun Bank Holiday;-1MON 08 Summer Bank Holiday|August Bank Holiday|Late Summer Bank Holiday;christmas;boxing;
    ~01-02 2nd January|2 January;~03-17 St. Patrick's Day|Saint Patrick's Day;~07-12 Battle of the Boyne|Orangemen's Day|The Twelfth;~11-30 St. Andrew's Day|Saint Andrew's Day`,
  US: `newYear;3MON 01 Martin Luther King Jr. Day|Martin Luther King Day|MLK Day|MLK Jr. Day|Martin Luther King, Jr. Day;?3MON 02 Presidents' Day|Presidents Day|President's Day|Washington's Birthday;-1MON 05 Memorial Day;06-19 Juneteenth|Juneteenth National Independence Day|Juneteenth Independence Day;07-04 Independence Day|4th of July|Fourth of July|July 4th;1MON 09 Labor Day|Labour Day;?2MON 10 Columbus Day|Indigenous Peoples' Day|Columbus Day/Indigenous Peoples' Day;?11-11 Veterans Day|Veteran's Day;4THU 11 Thanksgiving|Thanksgiving Day;christmas;~4THU+1 11 Day after Thanksgiving|Thanksgiving Friday|Black Friday;~goodFriday`,
  CA: `newYear;~3MON 02 Family Day|Louis Riel Day|Islander Day|Heritage Day;goodFriday;~easterMonday;?MON<05-25 Victoria Day|Journée nationale des patriotes|National Patriots' Day|Fête de la Reine;~stJohn;07-01 Canada Day|Fête du Canada;~1MON 08 Civic Holiday|BC Day|British Columbia Day|Heritage Day|Natal Day;1MON 09 Labour Day|Labor Day|Fête du Travail;~09-30 National Day for Truth and Reconciliation|Truth and Reconciliation Day|Journée nationale de la vérité et de la réconciliation;?2MON 10 Thanksgiving|Thanksgiving Day|Action de grâce;~11-11 Remembrance Day|Jour du Souvenir;christmas;~boxing`,
  AU: `newYear;01-26 Australia Day;goodFriday;~holySaturday;~easter;easterMonday;!04-25 Anzac Day;~2MON 06 King's Birthday|Queen's Birthday;~1MON 10 Labour Day|Labor Day;~2MON 03 Canberra Day|Adelaide Cup;~1MON 06 Western Australia Day|WA Day;~1TUE 11 Melbourne Cup|Melbourne Cup Day;~1MON 08 Bank Holiday NSW|Picnic Day;christmas;boxing`,
  NZ: `newYear;01-02 Day after New Year's Day;02-06 Waitangi Day;goodFriday;easterMonday;04-25 Anzac Day;1MON 06 King's Birthday|Queen's Birthday;L:matariki Matariki;4MON 10 Labour Day;christmas;boxing;~MON<02-02 Auckland Anniversary Day|Auckland Anniversary;~MON<01-26 Wellington Anniversary Day`,
  ZA: `newYear;03-21 Human Rights Day;goodFriday;E+1 Family Day;04-27 Freedom Day;labour;06-16 Youth Day;08-09 National Women's Day|Women's Day;09-24 Heritage Day|Braai Day;12-16 Day of Reconciliation|Reconciliation Day;christmas;boxing`,
  IN: `01-26 Republic Day;08-15 Independence Day;10-02 Gandhi Jayanti|Mahatma Gandhi Jayanti|Mahatma Gandhi's Birthday;~goodFriday;?christmas;~holi;?diwali;~eidFitr;~eidAdha;~vesak;~newYear;~labour`,
  SG: `newYear;chineseNewYear;chineseNewYear2;goodFriday;labour;vesak;eidFitr;eidAdha;08-09 National Day|Singapore National Day;diwali;christmas`,
  HK: `newYear;chineseNewYear;chineseNewYear2;chineseNewYear3;qingming;goodFriday;holySaturday;easterMonday;labour;L:buddha Birthday of the Buddha|Buddha's Birthday|佛誕;dragonBoat;07-01 HKSAR Establishment Day|Hong Kong Special Administrative Region Establishment Day|香港特別行政區成立紀念日;L:moon+1 Day after Mid-Autumn Festival|Day following the Chinese Mid-Autumn Festival|中秋節翌日;10-01 National Day|國慶日;L:chungyeung Chung Yeung Festival|Double Ninth Festival|重陽節;christmas;boxing`,
  TW: `newYear;L:spring-1 除夕|農曆除夕|Lunar New Year's Eve;chineseNewYear;chineseNewYear2;chineseNewYear3;02-28 和平紀念日|二二八和平紀念日|228和平紀念日|Peace Memorial Day;04-04 兒童節|Children's Day;qingming;dragonBoat;midAutumn;10-10 國慶日|雙十節|雙十國慶|Double Tenth Day|National Day;?labour;~09-28 教師節|孔子誕辰紀念日;~10-25 臺灣光復節|光復節;~12-25 行憲紀念日`,
  CN: `newYear;L:spring-1 除夕|春节除夕;chineseNewYear;chineseNewYear2;chineseNewYear3;qingming;labour;dragonBoat;midAutumn;10-01 国庆节|国庆|国庆节假期|十一假期|国庆假期|National Day|中秋节国庆节|国庆节、中秋节;10-02 国庆节;10-03 国庆节;~womensDay`,
  JP: `01-01 元日|元旦|New Year's Day;2MON 01 成人の日|Coming of Age Day;02-11 建国記念の日|建国記念日|National Foundation Day|Foundation Day;02-23 天皇誕生日|Emperor's Birthday|The Emperor's Birthday;L:spring-equinox 春分の日|春分|Vernal Equinox Day|Spring Equinox|Vernal Equinox;04-29 昭和の日|Showa Day;05-03 憲法記念日|Constitution Memorial Day|Constitution Day;05-04 みどりの日|Greenery Day;05-05 こどもの日|子供の日|Children's Day;3MON 07 海の日|Marine Day|Sea Day;08-11 山の日|Mountain Day;3MON 09 敬老の日|Respect for the Aged Day;L:autumn-equinox 秋分の日|秋分|Autumnal Equinox Day|Autumnal Equinox|Autumn Equinox;2MON 10 スポーツの日|体育の日|Sports Day|Health and Sports Day;11-03 文化の日|Culture Day;11-23 勤労感謝の日|Labor Thanksgiving Day|Labour Thanksgiving Day;L:citizens 国民の休日|Citizens' Holiday`,
  BR: `newYear;?carnivalMonday;?carnivalTuesday;~ashWednesday;goodFriday;04-21 Tiradentes|Dia de Tiradentes;labour;?corpusChristi;09-07 Independência do Brasil|Dia da Independência|Independência|7 de Setembro|Independence Day;10-12 Nossa Senhora Aparecida|Nossa Senhora de Aparecida|Dia de Nossa Senhora Aparecida|Padroeira do Brasil|Our Lady of Aparecida;allSouls;11-15 Proclamação da República|Dia da Proclamação da República|Republic Proclamation Day;?11-20 Consciência Negra|Dia da Consciência Negra|Dia Nacional de Zumbi e da Consciência Negra|Black Consciousness Day;christmas;~07-09 Revolução Constitucionalista;~01-25 Aniversário de São Paulo|Aniversário da cidade de São Paulo;~stJohn;~10-28 Dia do Servidor Público`,
  MX: `newYear;1MON 02 Día de la Constitución|Constitución|Constitution Day|Día de la Constitución Mexicana;3MON 03 Natalicio de Benito Juárez|Benito Juárez|Benito Juárez's Birthday|Benito Juarez's birthday|Aniversario del Natalicio de Benito Juárez;~maundyThursday;~goodFriday;labour;09-16 Día de la Independencia|Independencia de México|Independencia|Independence Day|Grito de Independencia y Día de la Independencia|Aniversario de la Independencia;3MON 11 Día de la Revolución|Revolución Mexicana|Día de la Revolución Mexicana|Revolution Day|Aniversario de la Revolución Mexicana;~allSouls;~12-12 Virgen de Guadalupe|Día de la Virgen de Guadalupe;christmas`,
  AR: `newYear;carnivalMonday;carnivalTuesday;03-24 Día de la Memoria|Día Nacional de la Memoria por la Verdad y la Justicia|Memoria por la Verdad y la Justicia|Día de la Memoria por la Verdad y la Justicia;04-02 Día de las Malvinas|Malvinas|Día del Veterano|Día del Veterano y de los Caídos en la Guerra de Malvinas;~maundyThursday;goodFriday;labour;05-25 Día de la Revolución de Mayo|Revolución de Mayo|25 de Mayo;3MON 06 Güemes|Paso a la Inmortalidad del General Martín Miguel de Güemes|Paso a la Inmortalidad del General Güemes;06-20 Día de la Bandera|Paso a la Inmortalidad del General Manuel Belgrano;07-09 Día de la Independencia|9 de Julio|Independence Day;3MON 08 Paso a la Inmortalidad del General José de San Martín|San Martín|Paso a la Inmortalidad del General San Martín;2MON 10 Día del Respeto a la Diversidad Cultural|Diversidad Cultural|Día de la Diversidad Cultural;4MON 11 Día de la Soberanía Nacional|Soberanía Nacional|Día de la Soberanía;immaculate;christmas`,
  CO: `newYear;01-06>MON Día de los Reyes Magos|Reyes Magos|Día de Reyes|Epifanía;03-19>MON San José|Día de San José;maundyThursday;goodFriday;labour;E+43 Ascensión|Día de la Ascensión|Ascensión del Señor|Ascensión de Jesús;E+64 Corpus Christi;E+71 Sagrado Corazón|Sagrado Corazón de Jesús;06-29>MON San Pedro y San Pablo;07-20 Día de la Independencia|Independencia|Grito de Independencia|20 de Julio;08-07 Batalla de Boyacá|Día de la Batalla de Boyacá;08-15>MON Asunción de la Virgen|La Asunción|La Asunción de la Virgen|Asunción;10-12>MON Día de la Raza|Día de la Diversidad Étnica y Cultural;11-01>MON Todos los Santos|Día de Todos los Santos;11-11>MON Independencia de Cartagena;immaculate;christmas`,
  CL: `newYear;goodFriday;holySaturday;labour;05-21 Día de las Glorias Navales|Glorias Navales|Combate Naval de Iquique;?L:chile Día Nacional de los Pueblos Indígenas|Pueblos Indígenas|Día de los Pueblos Indígenas;stPeterPaul;07-16 Virgen del Carmen|Día de la Virgen del Carmen;assumption;09-18 Independencia|Fiestas Patrias|Independencia Nacional|Día de la Independencia|18 de Septiembre;09-19 Glorias del Ejército|Día de las Glorias del Ejército;10-12 Encuentro de Dos Mundos|Día del Encuentro de Dos Mundos|Día de la Raza;reformation;allSaints;immaculate;christmas`,
  PE: `newYear;maundyThursday;goodFriday;labour;?06-07 Batalla de Arica|Día de la Bandera;stPeterPaul;?07-23 Día de la Fuerza Aérea;07-28 Fiestas Patrias|Día de la Independencia|Independencia|28 de Julio;07-29 Fiestas Patrias|Gran Parada Militar;?08-06 Batalla de Junín;08-30 Santa Rosa de Lima|Santa Rosa;10-08 Combate de Angamos;allSaints;immaculate;?12-09 Batalla de Ayacucho;christmas`,
  PL: `newYear;epiphany;easter;easterMonday;labour;05-03 Święto Konstytucji 3 Maja|Święto Konstytucji|Konstytucja 3 Maja|3 maja|Rocznica Konstytucji 3 Maja|Święto Narodowe Trzeciego Maja|Constitution Day;whitSunday;corpusChristi;assumption;allSaints;11-11 Święto Niepodległości|Narodowe Święto Niepodległości|Dzień Niepodległości|11 listopada|Independence Day;?christmasEve;christmas;boxing`,
  SE: `newYear;epiphany;goodFriday;easter;easterMonday;labour;ascension;whitSunday;06-06 Sveriges nationaldag|Nationaldagen|National Day of Sweden|National Day;?FRI>06-19 Midsommarafton|Midsummer Eve;SAT>06-20 Midsommardagen|Midsummer Day;SAT>10-31 Alla helgons dag;?christmasEve;christmas;boxing;?newYearsEve`,
  NO: `newYear;maundyThursday;goodFriday;easter;easterMonday;labour;05-17 Grunnlovsdagen|Grunnlovsdag|17. mai|Nasjonaldagen|Constitution Day;ascension;whitSunday;whitMonday;christmas;boxing`,
  DK: `newYear;maundyThursday;goodFriday;easter;easterMonday;ascension;whitSunday;whitMonday;~06-05 Grundlovsdag|Constitution Day;~christmasEve;christmas;boxing`,
  FI: `newYear;epiphany;goodFriday;easter;easterMonday;labour;ascension;?FRI>06-19 Juhannusaatto;SAT>06-20 Juhannus|Juhannuspäivä|Midsummer Day;SAT>10-31 Pyhäinpäivä;12-06 Itsenäisyyspäivä|Independence Day;?christmasEve;christmas;boxing`,
  CZ: `newYear;goodFriday;easterMonday;labour;05-08 Den vítězství|Den osvobození|Liberation Day;07-05 Cyril a Metoděj|Den slovanských věrozvěstů Cyrila a Metoděje;07-06 Jan Hus|Den upálení mistra Jana Husa;09-28 Den české státnosti|Statehood Day;10-28 Vznik samostatného československého státu|Den vzniku samostatného československého státu|Independent Czechoslovak State Day;11-17 Den boje za svobodu a demokracii|Freedom and Democracy Day;christmasEve;christmas;boxing`,
} as const satisfies Record<string, string>;

/** Which day a holiday on a weekend gives in its place. */
export type Substitute = 'next-weekday' | 'sunday' | 'nearest';

/** Where a day off that falls on a weekend is made up for; countries that are not named do not. */
export const SUBSTITUTES: Readonly<Record<string, Substitute>> = {
  US: 'nearest',
  GB: 'next-weekday',
  IE: 'sunday',
  AU: 'next-weekday',
  NZ: 'next-weekday',
  ZA: 'sunday',
  SG: 'sunday',
  HK: 'sunday',
  JP: 'sunday',
};

/** First days of festivals by the moon, equinoxes and the like, 2024 to 2030, as the countries announced or computed them. */
export const MOON_DAYS: Readonly<Record<string, readonly string[]>> = {
  spring: ['2024-02-10', '2025-01-29', '2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13', '2030-02-03'],
  qingming: [
    '2024-04-04',
    '2025-04-04',
    '2026-04-05',
    '2027-04-05',
    '2028-04-04',
    '2029-04-04',
    '2030-04-05',
  ],
  dragon: ['2024-06-10', '2025-05-31', '2026-06-19', '2027-06-09', '2028-05-28', '2029-06-16', '2030-06-05'],
  moon: ['2024-09-17', '2025-10-06', '2026-09-25', '2027-09-15', '2028-10-03', '2029-09-22', '2030-09-12'],
  buddha: ['2024-05-15', '2025-05-05', '2026-05-24', '2027-05-13', '2028-05-02', '2029-05-20', '2030-05-09'],
  chungyeung: [
    '2024-10-11',
    '2025-10-29',
    '2026-10-18',
    '2027-10-08',
    '2028-10-26',
    '2029-10-16',
    '2030-10-05',
  ],
  vesak: ['2024-05-22', '2025-05-12', '2026-05-31', '2027-05-20', '2028-05-09', '2029-05-27', '2030-05-17'],
  fitr: ['2024-04-10', '2025-03-31', '2026-03-21', '2027-03-10', '2028-02-27', '2029-02-15', '2030-02-05'],
  adha: ['2024-06-17', '2025-06-07', '2026-05-27', '2027-05-17', '2028-05-06', '2029-04-25', '2030-04-14'],
  diwali: ['2024-10-31', '2025-10-20', '2026-11-08', '2027-10-28', '2028-10-17', '2029-11-05', '2030-10-26'],
  holi: ['2024-03-25', '2025-03-14', '2026-03-04', '2027-03-22', '2028-03-11', '2029-03-01', '2030-03-20'],
  matariki: [
    '2024-06-28',
    '2025-06-20',
    '2026-07-10',
    '2027-06-25',
    '2028-07-14',
    '2029-07-06',
    '2030-06-21',
  ],
  'spring-equinox': [
    '2024-03-20',
    '2025-03-20',
    '2026-03-20',
    '2027-03-21',
    '2028-03-20',
    '2029-03-20',
    '2030-03-20',
  ],
  'autumn-equinox': [
    '2024-09-22',
    '2025-09-23',
    '2026-09-23',
    '2027-09-23',
    '2028-09-22',
    '2029-09-23',
    '2030-09-23',
  ],
  kingsday: [
    '2024-04-27',
    '2025-04-26',
    '2026-04-27',
    '2027-04-27',
    '2028-04-27',
    '2029-04-27',
    '2030-04-27',
  ],
  citizens: ['2026-09-22'],
  chile: ['2024-06-20', '2025-06-20', '2026-06-21', '2027-06-21', '2028-06-20', '2029-06-20', '2030-06-21'],
};
