/** First lines of the descriptions in holiday calendars of Google, Outlook and Apple: a day off. */
const HOLIDAY =
  /^\s*(?:public holiday|bank holiday|national holiday|federal holiday|statutory holiday|(?:gesetzlicher |öffentlicher |nationaler )?feiertag|jour férié|férié|festivo|día festivo|fiesta nacional|feriado(?: nacional)?|festività|festa(?: nazionale)?|giorno festivo|(?:officiële |nationale )?feestdag|święto(?: państwowe)?|dzień wolny(?: od pracy)?|祝日|国民の祝日|公共假期|公众假期|公眾假期|法定节假日|法定假日|国定假日|國定假日)(?![\p{L}])/iu;

/** The same for days that are only kept. */
const OBSERVANCE =
  /^\s*(?:observances?|season|gedenktag|(?:fest|gedenk)tag|brauch|nicht gesetzlich|célébration|fête|journée|celebración|observancia|conmemoración|data comemorativa|comemoração|celebração|observância|ricorrenza|commemorazione|celebrazione|osservanza|viering|herdenking|gedenkdag|obchody|dzień pamięci|uroczystość|celebracja|święto nieoficjalne|祭日|記念日|節日|节日|纪念日|紀念日|习俗)(?![\p{L}])/iu;

/** What the first line of a description says that a day is, where it is one of a holiday calendar's. */
export function describedAs(description: string): 'holiday' | 'observance' | null {
  const [first = ''] = description.split('\n', 1);
  if (OBSERVANCE.test(first)) return 'observance';
  return HOLIDAY.test(first) ? 'holiday' : null;
}

/** Whether a text names a part of a country: "Public holiday in Victoria", "(Bayern)", "nur in Sachsen". */
export function namesARegion(text: string): boolean {
  const [first = ''] = text.split('\n', 1);
  return /(?:holiday|feiertag|férié|festivo|feriado|festa|festività|feestdag|święto)\s+(?:\p{Ll}+\s+)?(?:in|en|em|dans|à|a|w|nur in|regional|local|municipal|estadual|autonómico|estatal)(?![\p{L}])|(?:\b(?:regional|regionaler|régional|regionale|autonómico|local|municipal|estadual|estatal|locale|patronale|only in|nur in|some states|certain|teilweise)\b)|地域限定/iu.test(
    first,
  );
}
