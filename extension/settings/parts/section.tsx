import type { ComponentChildren, JSX } from 'preact';
import { usePage } from '../../ui/page.ts';
import { useSettings } from '../context.ts';
import type { SectionId } from '../model.ts';

/** One subject: its name at the side, and a quiet word when a change was kept. */
export function Section({ id, children }: { id: SectionId; children: ComponentChildren }): JSX.Element {
  const { t } = usePage();
  const { model } = useSettings();
  return (
    <section id={id} class="section" aria-labelledby={`${id}-title`}>
      <div class="section__side">
        <h2 id={`${id}-title`}>{t(`settings_${id}`)}</h2>
        <p class="section__saved small" role="status">
          {model.saved.value === id ? t('settings_saved') : ''}
        </p>
      </div>
      <div class="section__body">{children}</div>
    </section>
  );
}

/** A named row inside of a section. */
export function Line({
  name,
  hint,
  children,
}: {
  name: string;
  hint?: string;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <div class="line">
      <h3 class="line__name">{name}</h3>
      {children}
      {hint && <p class="small soft">{hint}</p>}
    </div>
  );
}

/** One of a few. */
export function Choice<T extends string | number>({
  name,
  value,
  options,
  onChoose,
}: {
  name: string;
  value: T;
  options: readonly { readonly value: T; readonly text: string }[];
  onChoose: (value: T) => void;
}): JSX.Element {
  return (
    <fieldset class="choice">
      <legend class="aside-voice">{name}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChoose(option.value)}
          />
          <span>{option.text}</span>
        </label>
      ))}
    </fieldset>
  );
}
