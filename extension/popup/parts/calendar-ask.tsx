import type { JSX } from 'preact';
import { CALENDAR_ROLES } from '../../../src/calendar/role.ts';
import type { UserSettings } from '../../../src/settings/settings.ts';
import { percent } from '../../../src/words/format.ts';
import { usePage } from '../../ui/page.ts';
import { messageKey } from '../../ui/words.ts';
import { useModel } from '../context.ts';
import { hoursGroups } from '../hours-groups.ts';
import type { Ask } from '../read-ask.ts';
import { hoursText } from './foot.tsx';
import { Note, placeOf, Way } from './note.tsx';

/** What the calendars put into question, asked once: the answer holds for all weeks. */
export function CalendarAsk(): JSX.Element | null {
  const ask = useModel().ask.value;
  switch (ask?.kind) {
    case 'role':
      return <RoleAsk ask={ask} />;
    case 'zone':
      return <ZoneAsk ask={ask} />;
    case 'hours':
      return <HoursAsk ask={ask} />;
    case undefined:
      return null;
    default:
      return ask satisfies never;
  }
}

/** Keeps an answer; where the figures rest on it, all weeks are counted anew. */
function useAnswer(): (part: Partial<UserSettings>, counts: boolean) => Promise<void> {
  const { data } = usePage();
  const model = useModel();
  return async (part, counts) => {
    await data.saveSettings(part, counts ? 'all-weeks' : 'from-this-week');
    if (counts) await data.commands('countAnew', { by: 'settings' });
    await model.retry();
  };
}

/** A calendar that may be private, or none of the user's: never decided silently. */
function RoleAsk({ ask }: { ask: Extract<Ask, { kind: 'role' }> }): JSX.Element {
  const { t, data } = usePage();
  const model = useModel();
  const { sourceId, calendarId, name, why } = ask;
  return (
    <Note text={t(messageKey('role_ask', why), { name })}>
      {CALENDAR_ROLES.map((role) => (
        <Way
          key={role}
          text={t(messageKey('role', role))}
          onClick={async () => {
            await data.commands('setCalendar', { sourceId, calendarId, role });
            await model.retry();
          }}
        />
      ))}
    </Note>
  );
}

/** The calendar names another zone than the weeks are counted in. */
function ZoneAsk({ ask }: { ask: Extract<Ask, { kind: 'zone' }> }): JSX.Element {
  const { t } = usePage();
  const home = useModel().read.value?.past.home ?? '';
  const answer = useAnswer();
  const [ours, theirs] = [placeOf(home), placeOf(ask.zone)];
  const text = t('zone_of_calendar', {
    name: ask.calendar,
    ours,
    theirs,
    here: percent(ask.here, t.locale),
    there: percent(ask.there, t.locale),
  });
  return (
    <Note text={text}>
      <Way text={theirs} onClick={() => answer({ zone: ask.zone }, true)} />
      <Way text={ours} onClick={() => answer({ zoneStayed: ask.zone }, false)} />
    </Note>
  );
}

/** Most of what is booked lies outside of the working hours. */
function HoursAsk({ ask }: { ask: Extract<Ask, { kind: 'hours' }> }): JSX.Element {
  const { t } = usePage();
  const settings = useModel().read.value?.settings;
  const answer = useAnswer();
  const hours = hoursText(hoursGroups(ask.hours, settings?.weekStart ?? 1), t);
  const text = t('hours_ask', {
    hours,
    here: percent(ask.here, t.locale),
    there: percent(ask.there, t.locale),
  });
  return (
    <Note text={text}>
      <Way text={t('hours_take')} onClick={() => answer({ workingHours: ask.hours }, true)} />
      <Way text={t('hours_keep')} onClick={() => answer({ hoursKept: true }, false)} />
    </Note>
  );
}
