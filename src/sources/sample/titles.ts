/** Titles of the sample in English and German; other languages read the English ones, as calendars at work do. */
const TITLES = {
  standup: ['Stand-up', 'Daily'],
  focus: ['Focus time', 'Fokuszeit'],
  deepWork: ['Heads-down: payment core', 'Konzentriert: Zahlungskern'],
  prototype: ['Prototype: event store', 'Prototyp: Event Store'],
  decisionRecord: ['Write decision record', 'Entscheidungsvorlage schreiben'],
  architectureReview: ['Architecture review', 'Architektur-Review'],
  designReview: ['Design review: payments', 'Entwurfsbesprechung Zahlungen'],
  pairing: ['Pairing with {who}', 'Pairing mit {who}'],
  drawing: ['System drawings', 'Systementwurf zeichnen'],
  readingGroup: ['Reading group: distributed systems', 'Lesekreis verteilte Systeme'],
  planning: ['Sprint planning', 'Sprint-Planung'],
  retro: ['Retro', 'Retro'],
  oneToOne: ['1:1 {who} / Mira', '1:1 {who} / Mira'],
  allHands: ['All-hands', 'Betriebsversammlung'],
  homeOffice: ['Home', 'Zuhause'],
  directors: ['Directors’ round', 'Direktorenrunde'],
  leadsStandup: ['Leads stand-up', 'Daily der Teamleitungen'],
  budgetReview: ['Budget review', 'Budgetprüfung'],
  vendorReview: ['Vendor review', 'Lieferantengespräch'],
  staffing: ['Staffing plan', 'Personalplanung'],
  budgetSync: ['Budget sync with finance', 'Budgetabstimmung mit Finanzen'],
  steering: ['Steering committee', 'Lenkungskreis'],
  cloudContract: ['Cloud contract: negotiation', 'Vertragsverhandlung Cloud'],
  interview: ['Interview: senior engineer', 'Bewerbungsgespräch Senior Engineer'],
  hiringDebrief: ['Hiring debrief', 'Nachbesprechung Bewerbung'],
  headcount: ['Headcount 2027', 'Headcount 2027'],
  businessReview: ['Monthly business review', 'Monatlicher Geschäftsbericht'],
  expenses: ['Approve expenses', 'Spesen freigeben'],
  singapore: ['Call with Singapore vendor', 'Telefonat mit Lieferant Singapur'],
  incident: ['Incident: checkout latency', 'Störung: Latenz im Checkout'],
  domainWorkshop: ['Domain modelling workshop', 'Workshop Domänenmodell'],
  dentist: ['Dentist', 'Zahnarzt'],
  handover: ['Handover with Henrik', 'Übergabe mit Henrik'],
  budgetDeck: ['Budget slides', 'Folien Budget'],
  performanceReview: ['Performance review {who}', 'Mitarbeitergespräch {who}'],
  audit: ['Compliance audit: preparation', 'Compliance-Audit: Vorbereitung'],
  teamLunch: ['Team lunch', 'Mittagessen mit dem Team'],
  offsite: ['Offsite: agenda', 'Klausur: Agenda'],
  webinar: ['Webinar: procurement suite', 'Webinar Beschaffungssoftware'],
  school: ['Parents’ evening', 'Elternabend'],
  holiday: ['Holiday', 'Urlaub'],
  conference: ['Architecture conference, Lisbon', 'Software-Architektur-Konferenz Lissabon'],
  talks: ['Conference talks', 'Konferenzvorträge'],
  conferenceWorkshop: ['Workshop: evolutionary architecture', 'Workshop zu evolutionärer Architektur'],
  flightOut: ['Flight to Lisbon', 'Flug nach Lissabon'],
  flightBack: ['Flight home', 'Rückflug'],
} as const satisfies Record<string, readonly [en: string, de: string]>;

export type TitleName = keyof typeof TITLES;

/** A title in the language of a BCP 47 tag. */
export function titleIn(language: string, name: TitleName, who = ''): string {
  const [english, german] = TITLES[name];
  return (/^de\b/i.test(language) ? german : english).replace('{who}', who);
}
