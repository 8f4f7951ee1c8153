import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { parseChoices } from '../../../src/settings/choices-json.ts';
import type { LeftOutWhy } from '../../../src/settings/settings-schema.ts';
import { usePage } from '../../ui/page.ts';
import { causeOf, messageKey, worded } from '../../ui/words.ts';
import { useSettings } from '../context.ts';
import { Line } from './section.tsx';

/** What reading a backup did. */
interface Restored {
  readonly corrections: number;
  readonly rules: number;
  readonly settings: number;
  readonly leftOut: readonly { readonly field: string; readonly why: LeftOutWhy | 'refused' }[];
}

/** Fetched when it is needed: few read or save a file, and none of them often. */
const choicesJson = () => import('../../../src/settings/choices-json.ts');

/** So many of what was left out are named; more say nothing more. */
const MOST_NAMED = 8;

/** The user's choices as a file: saved, and read back. */
export function ChoicesFile(): JSX.Element {
  const { t, data } = usePage();
  const { model, settings, corrections, rules } = useSettings();
  const error = useSignal('');
  const restored = useSignal<Restored | null>(null);
  const save = async (): Promise<void> => {
    const { exportChoices } = await choicesJson();
    const url = URL.createObjectURL(
      new Blob([exportChoices({ corrections, rules, settings })], { type: 'application/json' }),
    );
    const link = Object.assign(document.createElement('a'), {
      href: url,
      download: 'craftweek-choices.json',
    });
    link.click();
    // The download has its own hold on the data once it began.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  };
  const load = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    error.value = '';
    restored.value = null;
    const refused = (code: string): void => {
      error.value = `${file.name}: ${worded(t, 'error', code, 'error_unknown')}`;
    };
    let read: ReturnType<typeof parseChoices>;
    try {
      read = (await choicesJson()).parseChoices(await file.text());
    } catch (cause) {
      const code = causeOf(cause);
      refused(code === 'unexpected' ? 'file' : code);
      return;
    }
    const answer = await data.commands('importChoices', { ...read.choices });
    if (!answer.ok) {
      refused(answer.code);
      return;
    }
    await model.reload();
    const { refused: notKept, ...counts } = answer.value;
    const browserRefused = notKept.map((name) => ({ field: `settings.${name}`, why: 'refused' as const }));
    restored.value = { ...counts, leftOut: [...read.problems, ...browserRefused] };
  };
  return (
    <Line name={t('settings_choices_file')} hint={t('settings_choices_hint')}>
      <div class="inline-form drop-free">
        <button type="button" class="button" onClick={() => void save()}>
          {t('settings_choices_export')}
        </button>
        <label class="button file-button">
          <input
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              void load(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
          {t('settings_choices_import')}
        </label>
      </div>
      {error.value && (
        <p class="field__error small" role="alert">
          {error.value}
        </p>
      )}
      <div role="status">{restored.value && <RestoredNote {...restored.value} />}</div>
    </Line>
  );
}

function RestoredNote({ corrections, rules, settings, leftOut }: Restored): JSX.Element {
  const { t } = usePage();
  const what = [
    t('settings_choices_corrections', { count: corrections }),
    t('settings_choices_rules', { count: rules }),
    t('settings_choices_settings', { count: settings }),
  ];
  const list = new Intl.ListFormat(t.locale, { type: 'unit', style: 'short' });
  return (
    <>
      <p>{t('settings_choices_read', { what: list.format(what) })}</p>
      {leftOut.length > 0 && (
        <>
          <p>{t('settings_choices_left_out', { count: leftOut.length })}</p>
          <ul class="left-out small">
            {leftOut.slice(0, MOST_NAMED).map(({ field, why }) => (
              <li key={field}>
                <code>{field}</code> {t(messageKey('settings_left_out', why))}
              </li>
            ))}
            {leftOut.length > MOST_NAMED && (
              <li>{t('settings_choices_more', { count: leftOut.length - MOST_NAMED })}</li>
            )}
          </ul>
        </>
      )}
    </>
  );
}
