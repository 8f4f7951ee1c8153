import { isZone } from './zone.ts';

/**
 * What people call the places of a zone: names in German, French, Spanish, Portuguese and Japanese that differ from the
 * zone's own, and large cities that have no zone of their own. Our own list; what it lacks is found by the zone's id.
 */
const CALLED: Readonly<Record<string, string>> = {
  'Africa/Cairo': 'Kairo, Le Caire, El Cairo, Cairo, カイロ',
  'Africa/Johannesburg': 'Johannesburgo, ヨハネスブルグ, Cape Town, Kapstadt, Le Cap',
  'Africa/Lagos': 'ラゴス, Abuja',
  'Africa/Nairobi': 'ナイロビ',
  'America/Argentina/Buenos_Aires': 'ブエノスアイレス, Córdoba',
  'America/Bogota': 'Bogotá, ボゴタ, Medellín',
  'America/Chicago': 'シカゴ, Houston, Dallas, Austin, Minneapolis, New Orleans',
  'America/Denver': 'デンバー, Salt Lake City',
  'America/Lima': 'リマ',
  'America/Los_Angeles':
    'ロサンゼルス, San Francisco, サンフランシスコ, Seattle, シアトル, San Diego, Las Vegas, Portland',
  'America/Mexico_City':
    'Mexiko-Stadt, Mexico, Ciudad de México, Cidade do México, メキシコシティ, Guadalajara',
  'America/New_York':
    'Nueva York, Nova York, Nova Iorque, ニューヨーク, Boston, ボストン, Washington, ワシントン, Miami, Philadelphia, Atlanta',
  'America/Sao_Paulo':
    'São Paulo, サンパウロ, Rio de Janeiro, リオデジャネイロ, Brasília, Belo Horizonte, Curitiba',
  'America/Santiago': 'サンティアゴ',
  'America/Toronto': 'トロント, Montreal, Montréal, Ottawa, Québec',
  'America/Vancouver': 'バンクーバー',
  'Asia/Dubai': 'Dubaï, Dubái, ドバイ, Abu Dhabi',
  'Asia/Hong_Kong': 'Hongkong, 香港',
  'Asia/Jakarta': 'Yakarta, Jacarta, ジャカルタ',
  'Asia/Jerusalem': 'Tel Aviv, エルサレム, Jérusalem, Jerusalén, Jerusalém',
  'Asia/Kolkata':
    'Kalkutta, Calcutta, Calcuta, コルカタ, Mumbai, Bombay, Delhi, Neu-Delhi, New Delhi, Bangalore, Bengaluru, Chennai, Hyderabad',
  'Asia/Calcutta':
    'Kolkata, Kalkutta, Calcuta, コルカタ, Mumbai, Bombay, Delhi, Neu-Delhi, New Delhi, Bangalore, Bengaluru, Chennai, Hyderabad',
  'Asia/Seoul': 'Séoul, Seúl, Seul, ソウル',
  'Asia/Shanghai': 'Schanghai, Shanghái, Xangai, 上海, Peking, Beijing, Pékin, Pekín, Pequim, 北京, Shenzhen',
  'Asia/Singapore': 'Singapur, Singapour, Singapura, シンガポール',
  'Asia/Taipei': 'Taipeh, 台北',
  'Asia/Tokyo': 'Tokio, Tóquio, 東京, Osaka, 大阪, Kyoto, 京都, Nagoya, 名古屋, Sapporo, 札幌, Fukuoka, 福岡',
  'Australia/Sydney': 'Sídney, シドニー, Canberra',
  'Europe/Amsterdam': 'Ámsterdam, Amsterdã, アムステルダム, Rotterdam, Den Haag, The Hague',
  'Europe/Athens': 'Athen, Athènes, Atenas, アテネ',
  'Europe/Berlin':
    'Berlín, Berlim, ベルリン, München, Munich, Múnich, Munique, ミュンヘン, Hamburg, Köln, Cologne, Frankfurt, Stuttgart, Düsseldorf, Leipzig',
  'Europe/Brussels': 'Brüssel, Bruxelles, Bruselas, Bruxelas, ブリュッセル, Antwerpen',
  'Europe/Bucharest': 'Bukarest, Bucarest, Bucareste, ブカレスト',
  'Europe/Budapest': 'ブダペスト, Budapeste',
  'Europe/Copenhagen': 'Kopenhagen, Copenhague, コペンハーゲン',
  'Europe/Dublin': 'Dublín, ダブリン',
  'Europe/Helsinki': 'ヘルシンキ, Helsinque, Helsínquia',
  'Europe/Istanbul': 'Estambul, Istambul, イスタンブール, Ankara',
  'Europe/Kyiv': 'Kiew, Kiev, Kyjiw, キーウ',
  'Europe/Kiev': 'Kyiv, Kiew, Kyjiw, キーウ',
  'Europe/Lisbon': 'Lissabon, Lisbonne, Lisboa, リスボン, Porto',
  'Europe/London': 'Londres, ロンドン, Edinburgh, Manchester, Cambridge, Oxford',
  'Europe/Luxembourg': 'Luxemburg, Luxemburgo',
  'Europe/Madrid': 'マドリード, Barcelona, バルセロナ, Valencia, Sevilla, Bilbao',
  'Europe/Moscow': 'Moskau, Moscou, Moscú, Moscovo, モスクワ',
  'Europe/Oslo': 'オスロ',
  'Europe/Paris': 'París, パリ, Lyon, Marseille, Toulouse, Bordeaux, Lille, Nantes, Strasbourg',
  'Europe/Prague': 'Prag, Praga, Praha, プラハ, Brno',
  'Europe/Rome': 'Rom, Roma, ローマ, Mailand, Milan, Milán, Milão, ミラノ, Turin, Neapel, Florenz',
  'Europe/Stockholm': 'Estocolmo, ストックホルム, Göteborg',
  'Europe/Vienna': 'Wien, Vienne, Viena, ウィーン, Graz, Linz, Salzburg',
  'Europe/Warsaw': 'Warschau, Varsovie, Varsovia, Varsóvia, ワルシャワ, Krakau, Kraków',
  'Europe/Zurich':
    'Zürich, Zúrich, Zurique, チューリッヒ, Genf, Genève, Ginebra, Genebra, Basel, Bern, Lausanne',
  'Pacific/Auckland': 'オークランド, Wellington',
};

/** A place and the zone that its clocks show. */
export interface PlaceOfZone {
  readonly place: string;
  readonly zone: string;
}

const folded = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[_-]/g, ' ').toLowerCase().trim();

/**
 * The places of `zones` that `asked` names, the nearest first: the whole name, then its beginning, then a part of it.
 * Letters are compared without accents and case.
 * @example placesLike('tokio', ['Asia/Tokyo']) // => [{ place: 'Tokio', zone: 'Asia/Tokyo' }]
 */
export function placesLike(asked: string, zones: readonly string[]): PlaceOfZone[] {
  const wanted = folded(asked);
  if (wanted === '') return [];
  const rank = (name: string): number =>
    name === wanted ? 0 : name.startsWith(wanted) ? 1 : name.includes(wanted) ? 2 : 3;
  const found: (PlaceOfZone & { readonly near: number })[] = [];
  for (const zone of zones) {
    const city = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
    const [best] = [city, ...(CALLED[zone]?.split(', ') ?? []), zone]
      .map((place) => ({ place, zone, near: rank(folded(place)) }))
      .sort((a, b) => a.near - b.near);
    if (best && best.near < 3) found.push(best.place === zone ? { ...best, place: city } : best);
  }
  return found.sort((a, b) => a.near - b.near).map(({ place, zone }) => ({ place, zone }));
}

/** How a place is written where it is chosen: `Tokio (Asia/Tokyo)`. */
export function placeText({ place, zone }: PlaceOfZone): string {
  return `${place} (${zone})`;
}

/** The zone that `asked` means: an id, a place as `placeText` writes it, or the nearest place; null where none is meant. */
export function zoneCalled(asked: string, zones: readonly string[]): string | null {
  const typed = asked.trim();
  const inBrackets = typed.endsWith(')') ? typed.slice(typed.lastIndexOf('(') + 1, -1) : null;
  const id = (inBrackets ?? asked).trim().replaceAll(' ', '_');
  if (isZone(id)) return zones.find((zone) => zone.toLowerCase() === id.toLowerCase()) ?? id;
  return placesLike(asked, zones)[0]?.zone ?? null;
}
