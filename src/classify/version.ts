import { MODEL_MADE } from './model/made.ts';

/** Grows when the rules round the model change what anything is taken for. */
const RULES_VERSION = 2;

/** Names what decides labels beside the user: another one labels everything anew. */
export const CLASSIFIER_VERSION = `${RULES_VERSION}-${MODEL_MADE}`;
