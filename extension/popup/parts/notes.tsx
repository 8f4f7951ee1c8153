import type { JSX } from 'preact';
import { usePage } from '../../ui/page.ts';
import type { PopupView } from '../view.ts';

/** What has to be said about this week before its figures are read. */
export function Notes({ view }: { view: PopupView }): JSX.Element | null {
  const { t, data } = usePage();
  const notes: string[] = [];
  if (view.mostlyAway) notes.push(t('popup_mostly_away'));
  else if (view.nothingHere) notes.push(t('popup_nothing_here'));
  if (view.thin) notes.push(t('popup_thin'));
  if (view.noWorkingTime) notes.push(t('popup_no_working_time'));
  if (notes.length === 0 && !view.sampleOnly) return null;
  return (
    <div class="notes">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {view.sampleOnly && (
        <p>
          {t('popup_sample_note')}{' '}
          <button type="button" class="link" onClick={() => data.openPage('welcome/index.html?add=file')}>
            {t('popup_add_own')}
          </button>
        </p>
      )}
    </div>
  );
}
