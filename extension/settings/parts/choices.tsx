import type { JSX } from 'preact';
import type { Correction } from '../../../src/calendar/correction.ts';
import { usePage } from '../../ui/page.ts';
import { verdictName } from '../../ui/words.ts';
import { useSettings } from '../context.ts';
import { ChoicesFile } from './choices-file.tsx';
import { Rules } from './rules.tsx';
import { Line, Section } from './section.tsx';

/** What the user told Craftweek: corrections and rules, with the way back and the way out. `eventKey` asks for a rule. */
export function ChoicesSection({ eventKey }: { eventKey: string | null }): JSX.Element {
  const { t } = usePage();
  const { corrections } = useSettings();
  return (
    <Section id="choices">
      <Line name={t('settings_rules')} hint={t('settings_rules_hint')}>
        <Rules eventKey={eventKey} />
      </Line>
      <Line name={t('settings_corrections')}>
        {corrections.length === 0 ? (
          <p class="soft">{t('settings_no_corrections')}</p>
        ) : (
          <ul class="said">
            {[...corrections]
              .sort((a, b) => b.madeMs - a.madeMs)
              .map((correction) => (
                <CorrectionItem key={correction.id} correction={correction} />
              ))}
          </ul>
        )}
      </Line>
      <ChoicesFile />
    </Section>
  );
}

function CorrectionItem({ correction }: { correction: Correction }): JSX.Element {
  const { t } = usePage();
  const { model } = useSettings();
  const title = correction.example.title || t('popup_untitled');
  return (
    <li>
      <span>
        {title}
        <span class="said__verdict">{verdictName(t, correction.verdict)}</span>
        <span class="small soft">{t(`scope_${correction.scope.kind}`)}</span>
      </span>
      <button
        type="button"
        class="button button--quiet"
        aria-label={t('settings_undo_named', { name: title })}
        onClick={() => void model.command('choices', 'undoCorrection', { id: correction.id })}
      >
        {t('ui_undo')}
      </button>
    </li>
  );
}
