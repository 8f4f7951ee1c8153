/** The craft share as a badge has room for it: the whole per cent without its sign; empty where there is none. */
export function badgeText(craftShare: number | null): string {
  return craftShare === null ? '' : String(Math.round(craftShare * 100));
}
