import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { usePage } from '../../ui/page.ts';
import { activityName } from '../../ui/words.ts';
import { useReport } from '../context.ts';
import { download, pngOf } from '../download.ts';
import { CheckupPage } from './checkup-page.tsx';

/** The one page for the half-yearly conversation: printed, saved as PDF, or shared as a picture. */
export function Checkup(): JSX.Element {
  const { t, toasts } = usePage();
  const { model } = useReport();
  const titles = useSignal(false);
  const svg = useRef<SVGSVGElement>(null);
  const tables = model.tables.value;
  const savePicture = async (): Promise<void> => {
    if (!svg.current) return;
    try {
      download('craftweek-check-up.png', await pngOf(svg.current));
    } catch (cause) {
      console.error('Craftweek could not draw the check-up', cause);
      toasts.show({ text: t('report_png_failed') });
    }
  };
  return (
    <section class="part checkup" id="checkup" aria-labelledby="checkup-title" tabIndex={-1}>
      <div class="part__head">
        <h2 id="checkup-title">{t('report_checkup')}</h2>
        <div class="part__ways">
          <label class="switch">
            <input
              type="checkbox"
              checked={titles.value}
              onChange={(event) => {
                titles.value = event.currentTarget.checked;
              }}
            />
            {t('report_with_titles')}
          </label>
          <button type="button" class="button" disabled={!tables} onClick={() => print()}>
            {t('report_print')}
          </button>
          <button type="button" class="button" disabled={!tables} onClick={() => void savePicture()}>
            {t('report_png')}
          </button>
        </div>
      </div>
      <p class="part__about soft">{t('report_checkup_about')}</p>
      {tables && (
        <div class="checkup__sheet">
          <CheckupPage
            svgRef={svg}
            tables={tables}
            titles={titles.value}
            nameOf={(a) => activityName(t, a)}
          />
        </div>
      )}
    </section>
  );
}
