import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Model, readModel } from '../src/classify/model-format.ts';

export const MODEL_FILE = join(import.meta.dirname, '../src/classify/model/model.bin');

let read: Model | null = null;

/** The committed model, read once. Throws where `npm run train` has not made it. */
export function committedModel(): Model {
  if (!existsSync(MODEL_FILE)) throw new Error('there is no model yet: npm run train');
  read ??= readModel(readFileSync(MODEL_FILE));
  return read;
}
