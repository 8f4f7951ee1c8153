import type { ComponentChildren, JSX } from 'preact';
import { CALENDAR_ROLES, type CalendarRole } from '../../../src/calendar/role.ts';
import type { Calendar } from '../../../src/calendar/source.ts';
import { usePage } from '../page.ts';
import { messageKey } from '../words.ts';

/** A calendar: its colour and name, how many entries it has, and what it is to the week: work, private, off. */
export function CalendarLine({
  calendar,
  entries,
  onChoose,
  children,
}: {
  calendar: Calendar;
  entries: number;
  onChoose: (role: CalendarRole) => void;
  children?: ComponentChildren;
}): JSX.Element {
  const { t } = usePage();
  return (
    <li class="calendar">
      <label class="role__line">
        <span class="role__name">
          <span
            class="swatch"
            aria-hidden="true"
            style={calendar.color === undefined ? {} : { background: calendar.color }}
          />
          {calendar.name}{' '}
          {calendar.role !== 'off' && (
            <span class="small soft">{t('connect_entries', { count: entries })}</span>
          )}
        </span>
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
      {children}
    </li>
  );
}
