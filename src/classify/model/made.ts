// Made by `npm run train`; do not edit.
export const MODEL_MADE = '448ce21138dd1034';
