import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ReportModel, ReportRead } from './model.ts';
import type { ReportView } from './view.ts';

/** What every part of the report may ask for. */
export interface Report {
  readonly model: ReportModel;
  readonly read: ReportRead;
  readonly view: ReportView;
  /** Shows a week in the week's section, and goes there. */
  openWeek(week: string): void;
  /** Opens the panel of one occurrence, where its label can be changed. */
  openOccurrence(key: string, startMs: number): void;
}

export const ReportContext = createContext<Report | null>(null);

/** The report that a part stands in. Throws outside of one. */
export function useReport(): Report {
  const report = useContext(ReportContext);
  if (report === null) throw new Error('a part of the report was drawn outside of it');
  return report;
}
