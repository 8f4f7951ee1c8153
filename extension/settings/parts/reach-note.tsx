import type { JSX } from 'preact';
import { changedOn } from '../../../src/settings/dated.ts';
import { zoneOf } from '../../../src/settings/load-settings.ts';
import type { DatedField } from '../../../src/settings/settings.ts';
import { weekAt } from '../../../src/time/week.ts';
import { parsePlain } from '../../../src/time/zone.ts';
import { dateFormat } from '../../../src/words/formatters.ts';
import { usePage } from '../../ui/page.ts';
import { useSettings } from '../context.ts';
import type { SectionId } from '../model.ts';

/** From when a change of this week holds, and the way to count all weeks by it; nothing where none stands yet. */
export function ReachNote({
  section,
  fields,
}: {
  section: SectionId;
  fields: readonly DatedField[];
}): JSX.Element | null {
  const { t, data, now } = usePage();
  const { model, settings, closed } = useSettings();
  const week = weekAt(now(), zoneOf(settings, data.machineZone), settings.weekStart);
  const changed = changedOn(settings, week).filter((field) => fields.includes(field));
  if (closed === 0 || changed.length === 0) return null;
  const countAll = async (): Promise<void> => {
    await model.save(
      section,
      Object.fromEntries(changed.map((field) => [field, settings[field]])),
      'all-weeks',
    );
    await model.command(section, 'countAnew', { by: 'settings' });
  };
  const format = dateFormat(t.locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return (
    <p class="small reach-note" role="status">
      {t('reach_from_week', { date: format.format(parsePlain(week)) })}{' '}
      <button type="button" class="link" onClick={() => void countAll()}>
        {t('reach_all_weeks')}
      </button>
    </p>
  );
}

/** That past weeks would read differently with the calendars of today, and the way to count them anew. */
export function PastDiffers(): JSX.Element | null {
  const { t } = usePage();
  const { model, differing } = useSettings();
  if (differing === 0) return null;
  return (
    <p class="small reach-note" role="status">
      {t('past_differ', { count: differing })}{' '}
      <button
        type="button"
        class="link"
        onClick={() => void model.command('calendars', 'countAnew', { by: 'calendar' })}
      >
        {t('past_count_all_anew')}
      </button>
    </p>
  );
}
