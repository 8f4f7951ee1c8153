import type { WeekLoad } from '../load/week-load.ts';
import type { FileProblem } from './input.ts';

/** One week as `week --json` prints it: a public interface (docs/cli.md). */
export function weekJson(load: WeekLoad, problems: readonly FileProblem[]): Record<string, unknown> {
  const iso = (ms: number): string => new Date(ms).toISOString();
  return {
    week: load.week,
    zone: load.zone,
    minutes: load.minutes,
    activities: load.activities,
    craftShare: load.craftShare,
    craftShareRange: load.craftShareRange,
    leadershipShare: load.leadershipShare,
    focusBlocks: load.focusBlocks.map(({ startMs, endMs }) => ({ start: iso(startMs), end: iso(endMs) })),
    longestFocusMinutes: load.longestFocusMinutes,
    longestMeetingRunMinutes: load.longestMeetingRunMinutes,
    problems,
  };
}
