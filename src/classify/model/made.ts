// Made by `npm run train`; do not edit.
export const MODEL_MADE = '658e6e9a4f39482c';
