import * as v from 'valibot';
import { ACTIVITIES } from '../../src/calendar/activity.ts';
import { CALENDAR_ROLES } from '../../src/calendar/role.ts';
import {
  correctionSchema,
  MOST_CHOICES,
  ruleFields,
  ruleSchema,
  scopeSchema,
  verdictSchema,
} from '../../src/settings/choices-json.ts';
import { isPlainDate } from '../../src/time/zone.ts';
import { type Commands, PAST_CHOICES } from './commands.ts';
import { CONNECT_INPUTS, SIGN_IN_KINDS } from './connectors.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));

const date = v.pipe(v.string(), v.check(isPlainDate));

/** More occurrences than one move of a plan changes. */
const MOST_KEYS = 60;

type Inputs = { [K in keyof Commands]: v.GenericSchema<unknown, Parameters<Commands[K]>[0]> };

/** What each command takes; a command without a line here is a type error. */
export const COMMAND_INPUTS: Inputs = {
  syncNow: v.strictObject({ sourceId: v.exactOptional(id), rested: v.exactOptional(v.boolean()) }),
  signedInAccounts: v.strictObject({}),
  importFile: v.strictObject({ inboxId: id }),
  sameCalendar: v.strictObject({ inboxId: id }),
  cancelImport: v.strictObject({ inboxId: id }),
  cancelReading: v.strictObject({ sourceId: id }),
  useSample: v.strictObject({}),
  removeSource: v.strictObject({ sourceId: id, past: v.exactOptional(v.picklist(PAST_CHOICES)) }),
  signInClient: v.strictObject({ kind: v.picklist(SIGN_IN_KINDS) }),
  signInBegin: v.strictObject({
    kind: v.picklist(SIGN_IN_KINDS),
    redirectUri: id,
    clientId: v.exactOptional(id),
    clientSecret: v.exactOptional(id),
    address: v.exactOptional(id),
  }),
  connect: v.variant('kind', [
    CONNECT_INPUTS.google,
    CONNECT_INPUTS.outlook,
    CONNECT_INPUTS.caldav,
    CONNECT_INPUTS['google-export'],
    CONNECT_INPUTS['ics-address'],
  ]),
  setSource: v.strictObject({
    sourceId: id,
    name: v.exactOptional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200))),
    paused: v.exactOptional(v.boolean()),
  }),
  setCalendar: v.strictObject({
    sourceId: id,
    calendarId: id,
    role: v.exactOptional(v.picklist(CALENDAR_ROLES)),
    defaultActivity: v.exactOptional(v.nullable(v.picklist(ACTIVITIES))),
  }),
  correct: v.strictObject({ scope: scopeSchema, verdict: verdictSchema, key: id }),
  undoCorrection: v.strictObject({ id }),
  addRule: v.strictObject(ruleFields),
  removeRule: v.strictObject({ id }),
  changeRule: v.strictObject({ id, ...ruleFields }),
  moveRule: v.strictObject({ id, by: v.picklist([-1, 1]) }),
  importChoices: v.strictObject({
    corrections: v.pipe(v.array(correctionSchema), v.maxLength(MOST_CHOICES)),
    rules: v.pipe(v.array(ruleSchema), v.maxLength(MOST_CHOICES)),
    settings: v.record(v.string(), v.unknown()),
  }),
  acceptChanges: v.strictObject({}),
  countAnew: v.strictObject({ by: v.picklist(['calendar', 'settings']), week: v.exactOptional(date) }),
  restatedSeen: v.strictObject({}),
  takeMove: v.strictObject({
    week: date,
    keys: v.pipe(v.array(id), v.minLength(1), v.maxLength(MOST_KEYS)),
  }),
  dropMove: v.strictObject({ id }),
  deleteEverything: v.strictObject({}),
  previewSummary: v.strictObject({}),
};

/** Whether the background knows a command of that name. */
export function isCommand(name: string): name is keyof Commands {
  return Object.hasOwn(COMMAND_INPUTS, name);
}
