import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { SettingsModel, SettingsRead } from './model.ts';

export const ModelContext = createContext<{ model: SettingsModel; read: SettingsRead } | null>(null);

/** The settings as read and the ways to change them. Throws outside of the page. */
export function useSettings(): { model: SettingsModel } & SettingsRead {
  const context = useContext(ModelContext);
  if (context === null) throw new Error('a part of the settings was drawn outside of them');
  return { model: context.model, ...context.read };
}
