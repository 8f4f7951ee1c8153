import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId, useMemo } from 'preact/hooks';
import { zoneOf } from '../../../src/settings/load-settings.ts';
import { placesLike, placeText, zoneCalled } from '../../../src/time/zone-names.ts';
import { clockTime } from '../../ui/format.ts';
import { usePage } from '../../ui/page.ts';
import { useSettings } from '../context.ts';
import { Line } from './section.tsx';

/** A list of names is read, not searched. */
const MOST_OFFERED = 12;

/** The zone of the week, found by what people call its places. */
export function ZoneLine(): JSX.Element {
  const { t, data, now } = usePage();
  const { model, settings } = useSettings();
  const error = useSignal(false);
  const asked = useSignal('');
  const listId = useId();
  const errorId = useId();
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const zone = zoneOf(settings, data.machineZone);
  const offered =
    asked.value === '' ? zones : placesLike(asked.value, zones).slice(0, MOST_OFFERED).map(placeText);
  return (
    <Line name={t('settings_zone')} hint={t('settings_zone_hint')}>
      <input
        key={zone}
        class="input input--wide"
        type="text"
        list={listId}
        autocomplete="off"
        spellcheck={false}
        aria-label={t('settings_zone_search')}
        placeholder={t('settings_zone_search')}
        aria-invalid={error.value}
        aria-describedby={error.value ? errorId : undefined}
        defaultValue={zone.replaceAll('_', ' ')}
        onInput={(event) => {
          asked.value = event.currentTarget.value;
        }}
        onChange={(event) => {
          const found = zoneCalled(event.currentTarget.value, zones);
          error.value = found === null;
          if (found === null) return;
          // The field then says the zone and no longer what was asked for, also where it is the one of before.
          event.currentTarget.value = found.replaceAll('_', ' ');
          asked.value = '';
          void model.save('hours', { zone: found });
        }}
      />
      <datalist id={listId}>
        {offered.map((text) => (
          <option key={text} value={text} />
        ))}
      </datalist>
      {error.value ? (
        <p id={errorId} class="field__error small" role="alert">
          {t('settings_zone_unknown')}
        </p>
      ) : (
        <p class="small soft">
          {t('settings_zone_now', {
            zone: zone.replaceAll('_', ' '),
            time: clockTime(now(), zone, t.locale),
          })}
        </p>
      )}
    </Line>
  );
}
