import type { JSX } from 'preact';
import { durationText } from '../../../src/words/format.ts';
import type { Translate } from '../../../src/words/translate.ts';
import { Hours, Percent } from '../../ui/amount.tsx';
import { usePage } from '../../ui/page.ts';
import type { BarPart, PopupView } from '../view.ts';
import { comparisonWords, guessesWords, headlineShare, rangeWords, standingWords } from '../words.ts';
import { Figure } from './figure.tsx';

/** The one big figure, the change beside it, the bar and the hours of its four parts. */
export function Share({ view }: { view: PopupView }): JSX.Element {
  const { t } = usePage();
  const share = headlineShare(view);
  const name = t(view.measure === 'leadership' ? 'report_leadership_share' : 'popup_share');
  const range = rangeWords(view, t);
  return (
    <section class="share" aria-label={name}>
      <div class="share__top">
        <Figure id="share" class="share__figure">
          <span class="aside-voice">{name}: </span>
          {share === null ? (
            <>
              <span aria-hidden="true">–</span>
              <span class="aside-voice">{t('popup_no_share')}</span>
            </>
          ) : (
            <Percent share={share} />
          )}
        </Figure>
        <div class="share__words">
          <p class="share__name">
            {name}
            {range !== null && <span class="soft share__range"> {range}</span>}
          </p>
          <StandingWords view={view} />
        </div>
        <Sparkline view={view} />
      </div>
      <Bar view={view} />
      <Legend view={view} />
    </section>
  );
}

/** What the week is, where it is no finished one, or how it compares. */
function StandingWords({ view }: { view: PopupView }): JSX.Element {
  const { t } = usePage();
  const lines = standingWords(view, t);
  return (
    <>
      {lines.map((line) => (
        <p key={line} class="share__change">
          {line}
        </p>
      ))}
      <Compared view={view} />
    </>
  );
}

function Compared({ view: { comparison, standing, guesses } }: { view: PopupView }): JSX.Element | null {
  const { t } = usePage();
  if (standing === null) return <p class="share__change soft">&nbsp;</p>;
  if (comparison === null) return null;
  return (
    <>
      <Figure id="yardstick" class="share__change">
        {comparisonWords(comparison, t)}
      </Figure>
      {guesses && <p class="share__change small soft">{guessesWords(guesses, t)}</p>}
    </>
  );
}

/** The share of the weeks before, oldest first, and of this one: a shape, not a scale. */
function Sparkline({ view }: { view: PopupView }): JSX.Element | null {
  const shares = view.recentShares;
  if (shares.length < 2) return null;
  const { width, height } = SPARK;
  const x = (i: number): number => 3 + (i * (width - 6)) / (shares.length - 1);
  const y = (share: number): number => 3 + (1 - share) * (height - 6);
  const points = shares.map((share, i) => `${x(i).toFixed(1)},${y(share).toFixed(1)}`);
  const last = shares.at(-1) ?? 0;
  return (
    <svg class="spark" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <polyline points={points.join(' ')} />
      <circle cx={x(shares.length - 1)} cy={y(last)} r="2.5" />
    </svg>
  );
}

const SPARK = { width: 84, height: 36 } as const;

function partText(part: BarPart, t: Translate): string {
  const length = durationText(part.minutes, t.locale);
  const name = {
    'craft-booked': `${t('part_craft')}, ${t('popup_booked')}`,
    'craft-open': `${t('part_craft')}, ${t('popup_open')}`,
    management: t('part_management'),
    fragment: t('part_fragments'),
    away: t('part_away'),
  }[part.kind];
  return `${name}: ${length}`;
}

function Bar({ view }: { view: PopupView }): JSX.Element {
  const { t } = usePage();
  const parts = view.bar.filter((p) => p.minutes > 0);
  return (
    <div class="bar" aria-hidden="true">
      {parts.map((p) => (
        <span
          key={p.kind}
          class={`bar__part mark mark--${p.kind}`}
          style={{ flexGrow: p.fraction }}
          title={partText(p, t)}
        />
      ))}
      {view.yardstick !== null && (
        <span class="bar__yardstick" style={{ insetInlineStart: `${(100 * view.yardstick).toFixed(2)}%` }} />
      )}
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
    </ul>
  );
}
