import type activities from '../_locales/en/activities.json';
import type background from '../_locales/en/background.json';
import type caldav from '../_locales/en/caldav.json';
import type connect from '../_locales/en/connect.json';
import type crafts from '../_locales/en/crafts.json';
import type extension from '../_locales/en/extension.json';
import type google from '../_locales/en/google.json';
import type history from '../_locales/en/history.json';
import type outlook from '../_locales/en/outlook.json';
import type plan from '../_locales/en/plan.json';
import type popup from '../_locales/en/popup.json';
import type reasons from '../_locales/en/reasons.json';
import type report from '../_locales/en/report.json';
import type settings from '../_locales/en/settings.json';
import type summary from '../_locales/en/summary.json';
import type ui from '../_locales/en/ui.json';
import type welcome from '../_locales/en/welcome.json';

/** Every message file; a new subject is a line more. English stands for all: a test holds the languages together. */
type Files = typeof activities &
  typeof background &
  typeof caldav &
  typeof connect &
  typeof extension &
  typeof google &
  typeof history &
  typeof plan &
  typeof outlook &
  typeof popup &
  typeof crafts &
  typeof reasons &
  typeof report &
  typeof settings &
  typeof summary &
  typeof ui &
  typeof welcome;

declare module '../../src/words/translate.ts' {
  interface Messages extends Files {}
}
