import type { JSX } from 'preact';
import type { HeatKind, HeatMap } from '../../../src/report/heat-map.ts';
import type { Weekday } from '../../../src/time/zone.ts';
import { axisHour, clockLength, weekdayName } from '../../ui/format.ts';
import { usePage } from '../../ui/page.ts';
import { useReport } from '../context.ts';

const KINDS: readonly HeatKind[] = ['craft', 'management', 'fragments'];

/** When in the week each side happens: a weekday by hour map for craft, management and fragments. */
export function HeatMaps({ heat }: { heat: HeatMap }): JSX.Element {
  const { t } = usePage();
  const { read } = useReport();
  const { weekStart } = read.settings;
  const days = Array.from({ length: 7 }, (_, i) => (((weekStart - 1 + i) % 7) + 1) as Weekday).filter((day) =>
    KINDS.some((kind) => (heat[kind][day - 1] ?? []).some((m) => m > 0)),
  );
  const used = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
    KINDS.some((kind) => heat[kind].some((row) => (row[hour] ?? 0) > 0)),
  );
  const [first = 9, last = 17] = [used[0], used.at(-1)];
  const hours = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const most = Math.max(1, ...KINDS.flatMap((kind) => heat[kind].flat()));
  return (
    <section class="part" aria-labelledby="heat-title">
      <h2 id="heat-title">{t('report_heat')}</h2>
      <div class="heats">
        {KINDS.map((kind) => (
          <table key={kind} class={`heat heat--${kind}`}>
            <caption>{t(`part_${kind}`)}</caption>
            <thead>
              <tr>
                <th scope="col">
                  <span class="aside-voice">{t('report_day')}</span>
                </th>
                {hours.map((hour) => (
                  <th key={hour} scope="col">
                    {hour % 3 === 0 ? (
                      axisHour(hour * 60, t.locale)
                    ) : (
                      <span class="aside-voice">{axisHour(hour * 60, t.locale)}</span>
                    )}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {days.map((day) => (
                <tr key={day}>
                  <th scope="row">{weekdayName(day, 'short', t.locale)}</th>
                  {hours.map((hour) => {
                    const minutes = heat[kind][day - 1]?.[hour] ?? 0;
                    return (
                      <td
                        key={hour}
                        title={clockLength(minutes)}
                        style={{ '--strength': (minutes / most).toFixed(3) }}
                      >
                        <span class="aside-voice">{clockLength(minutes)}</span>
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </section>
  );
}
