import type { ColumnScale, Stretch } from '../../../src/week/day-columns.ts';

/** Top and height of a stretch in per cent of its column. */
export function inColumn(stretch: Stretch, scale: ColumnScale): { top: string; height: string } {
  const whole = scale.endMinute - scale.startMinute;
  const percent = (minutes: number): string => `${((100 * minutes) / whole).toFixed(3)}%`;
  return {
    top: percent(stretch.startMinute - scale.startMinute),
    height: percent(stretch.endMinute - stretch.startMinute),
  };
}
