// Made by `npm run train`; do not edit.
export const MODEL_MADE = '182c818e0a308c35';
