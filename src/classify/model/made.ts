// Made by `npm run train`; do not edit.
export const MODEL_MADE = '39804c1a422ee26c';
