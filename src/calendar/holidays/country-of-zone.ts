/** Countries of zones, where a zone is nearly one country's; by ISO code, zones without their area where that is Europe. */
const ZONES: Readonly<Record<string, string>> = {
  DE: 'Berlin Busingen',
  AT: 'Vienna',
  CH: 'Zurich',
  LU: 'Luxembourg',
  FR: 'Paris',
  BE: 'Brussels',
  NL: 'Amsterdam',
  ES: 'Madrid Africa/Ceuta Atlantic/Canary',
  PT: 'Lisbon Atlantic/Madeira Atlantic/Azores',
  IT: 'Rome',
  IE: 'Dublin',
  GB: 'London Belfast',
  PL: 'Warsaw',
  CZ: 'Prague',
  SE: 'Stockholm',
  NO: 'Oslo',
  DK: 'Copenhagen',
  FI: 'Helsinki',
  US: 'America/New_York America/Detroit America/Chicago America/Denver America/Boise America/Phoenix America/Los_Angeles America/Anchorage Pacific/Honolulu America/Indiana/Indianapolis America/Kentucky/Louisville',
  CA: 'America/Toronto America/Montreal America/Vancouver America/Edmonton America/Winnipeg America/Halifax America/Regina America/St_Johns America/Moncton',
  MX: 'America/Mexico_City America/Monterrey America/Tijuana America/Cancun America/Merida America/Chihuahua America/Hermosillo',
  BR: 'America/Sao_Paulo America/Bahia America/Fortaleza America/Recife America/Manaus America/Belem America/Cuiaba America/Campo_Grande',
  AR: 'America/Buenos_Aires America/Argentina/Buenos_Aires America/Argentina/Cordoba America/Argentina/Mendoza',
  CO: 'America/Bogota',
  CL: 'America/Santiago',
  PE: 'America/Lima',
  AU: 'Australia/Sydney Australia/Melbourne Australia/Brisbane Australia/Perth Australia/Adelaide Australia/Hobart Australia/Darwin Australia/Canberra',
  NZ: 'Pacific/Auckland',
  ZA: 'Africa/Johannesburg',
  IN: 'Asia/Kolkata Asia/Calcutta',
  SG: 'Asia/Singapore',
  HK: 'Asia/Hong_Kong',
  TW: 'Asia/Taipei',
  CN: 'Asia/Shanghai Asia/Urumqi',
  JP: 'Asia/Tokyo',
};

/** The country of an IANA zone, as an ISO code, or null where the table does not know it. */
export function countryOfZone(zone: string): string | null {
  const name = zone.replace(/^Europe\//, '');
  return Object.keys(ZONES).find((country) => ZONES[country]?.split(' ').includes(name)) ?? null;
}
