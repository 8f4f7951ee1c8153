import type { JSX } from 'preact';
import { Hours, Percent } from '../../ui/amount.tsx';
import { percentParts } from '../../ui/format.ts';
import { usePage } from '../../ui/page.ts';
import type { Change, PopupView } from '../view.ts';
import { Figure } from './figure.tsx';

/** The one big figure, the change beside it, the bar and the hours of its four parts. */
export function Share({ view }: { view: PopupView }): JSX.Element {
  const { t } = usePage();
  return (
    <section class="share" aria-label={t('popup_share')}>
      <div class="share__top">
        <Figure id="share" class="share__figure">
          <span class="aside-voice">{t('popup_share')}: </span>
          {view.share === null ? (
            <>
              <span aria-hidden="true">–</span>
              <span class="aside-voice">{t('popup_no_share')}</span>
            </>
          ) : (
            <Percent share={view.share} />
          )}
        </Figure>
        <div class="share__words">
          <p class="share__name">{t('popup_share')}</p>
          <ChangeWords change={view.change} time={view.time} />
        </div>
      </div>
      <Bar view={view} />
      <Legend view={view} />
    </section>
  );
}

function ChangeWords({ change }: { change: Change; time: PopupView['time'] }): JSX.Element {
  const { t } = usePage();
  if (change.kind === 'reading') return <p class="share__change soft">&nbsp;</p>;
  if (change.kind === 'too-few') {
    return (
      <Figure id="usual" class="share__change">
        {t('popup_usual_too_few', { have: change.have, need: change.need })}
      </Figure>
    );
  }
  const percent = percentParts(change.usual, t.locale);
  const usual = percent.unitFirst ? percent.unit + percent.value : `${percent.value}\u202f${percent.unit}`;
  const key =
    change.kind === 'no-share'
      ? 'popup_usual_only'
      : change.points === 0
        ? 'popup_usual_same'
        : change.points > 0
          ? 'popup_usual_more'
          : 'popup_usual_less';
  const count = change.kind === 'points' ? Math.abs(change.points) : 0;
  return (
    <Figure id="usual" class="share__change">
      {t(key, { count, usual })}
    </Figure>
  );
}

function Bar({ view }: { view: PopupView }): JSX.Element {
  const parts = view.bar.filter((p) => p.minutes > 0);
  return (
    <div class="bar" aria-hidden="true">
      {parts.map((p) => (
        <span key={p.kind} class={`bar__part mark mark--${p.kind}`} style={{ flexGrow: p.fraction }} />
      ))}
    </div>
  );
}

const LEGEND = [
  { id: 'craft', kind: 'craft', of: 'craft' },
  { id: 'management', kind: 'management', of: 'management' },
  { id: 'fragments', kind: 'fragment', of: 'fragments' },
  { id: 'away', kind: 'away', of: 'away' },
] as const;

function Legend({ view }: { view: PopupView }): JSX.Element {
  const { t } = usePage();
  const { minutes } = view;
  return (
    <ul class="legend">
      {LEGEND.map(({ id, kind, of }) => (
        <li key={id}>
          <Figure id={id} class="legend__item">
            <span class="legend__name">
              <span class={`swatch mark mark--${kind}`} />
              {t(`part_${id}`)}
            </span>
            <span class="legend__hours">
              <Hours minutes={minutes[of]} />
            </span>
          </Figure>
        </li>
      ))}
      {minutes.craft > 0 && (
        <li class="legend__craft">
          <span>
            <span class="swatch mark mark--craft-booked" />
            <Hours minutes={minutes.craftBooked} /> {t('popup_booked')}
          </span>
          <span>
            <span class="swatch mark mark--craft-open" />
            <Hours minutes={minutes.craftOpen} /> {t('popup_open')}
          </span>
        </li>
      )}
    </ul>
  );
}
