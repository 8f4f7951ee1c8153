import type { JSX } from 'preact';
import { CALENDAR_ROLES, type CalendarRole } from '../../src/calendar/role.ts';
import type { Calendar } from '../../src/calendar/source.ts';
import { usePage } from './page.ts';
import { messageKey } from './words.ts';

/** A calendar's name beside what it is to the week: work, private, off. */
export function RoleChoice({
  calendar,
  onChoose,
}: {
  calendar: Calendar;
  onChoose: (role: CalendarRole) => void;
}): JSX.Element {
  const { t } = usePage();
  return (
    <div class="role">
      <label class="role__line">
        <span class="role__name">{calendar.name}</span>
        <select
          class="input"
          aria-label={t('role_of', { name: calendar.name })}
          onChange={(event) =>
            onChoose(CALENDAR_ROLES.find((role) => role === event.currentTarget.value) ?? 'work')
          }
        >
          {CALENDAR_ROLES.map((role) => (
            <option key={role} value={role} selected={role === calendar.role}>
              {t(messageKey('role', role))}
            </option>
          ))}
        </select>
      </label>
      {calendar.role === 'private' && (
        <p class="small soft">
          {calendar.roleGuessed && `${t('role_guessed')}. `}
          {t('role_private_hint')}
        </p>
      )}
    </div>
  );
}
