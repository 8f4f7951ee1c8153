import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PopupModel } from './model.ts';

export const ModelContext = createContext<PopupModel | null>(null);

/** The model that a part of the popup belongs to. Throws outside of one. */
export function useModel(): PopupModel {
  const model = useContext(ModelContext);
  if (model === null) throw new Error('a part of the popup was drawn outside of it');
  return model;
}
