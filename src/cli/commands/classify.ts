import * as v from 'valibot';
import { ACTIVITIES, type Activity, SIDE, type Side } from '../../calendar/activity.ts';
import type { Correction, Verdict } from '../../calendar/correction.ts';
import { CRAFTS } from '../../calendar/craft.ts';
import { createClassifier } from '../../classify/classifier.ts';
import type { EventFacts } from '../../classify/event-facts.ts';
import { type Model, readModel } from '../../classify/model-format.ts';
import { predict } from '../../classify/predict.ts';
import { reasonText } from '../../classify/reason-text.ts';
import { descriptionMark } from '../../classify/title-key.ts';
import { percent } from '../../words/format.ts';
import type { Command, Io } from '../command.ts';
import { parseCommandLine, UsageError } from '../options.ts';

/** One event a line (design.md, section 5); fields that are not known are passed over. */
const EVENT = v.object({
  title: v.optional(v.nullable(v.string()), ''),
  description: v.optional(v.nullable(v.string())),
  attendees: v.optional(v.nullable(v.pipe(v.number(), v.minValue(0)))),
  organizerIsSelf: v.optional(v.nullable(v.boolean())),
  recurring: v.optional(v.nullable(v.picklist(['none', 'daily', 'weekly', 'biweekly', 'monthly']))),
  durationMinutes: v.optional(v.nullable(v.number())),
  hasConference: v.optional(v.nullable(v.boolean())),
  eventType: v.optional(
    v.nullable(
      v.picklist(['default', 'focusTime', 'outOfOffice', 'workingLocation', 'birthday', 'fromGmail']),
    ),
  ),
  responseStatus: v.optional(v.nullable(v.picklist(['accepted', 'tentative', 'needsAction', 'declined']))),
  transparency: v.optional(v.nullable(v.picklist(['opaque', 'transparent']))),
  allDay: v.optional(v.nullable(v.boolean())),
  location: v.optional(v.nullable(v.string())),
  craft: v.optional(v.nullable(v.picklist(CRAFTS))),
  country: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[A-Za-z]{2}$/), v.toUpperCase()))),
});

const CORRECTION = v.object({
  ...EVENT.entries,
  activity: v.optional(v.picklist([...ACTIVITIES, 'ignore'])),
  side: v.optional(v.picklist(['craft', 'management', 'neither'])),
});

/** `craftweek classify FILE.ndjson`: what each event is taken for, and why. */
export const classify: Command = async (args, io) => {
  const parsed = parseCommandLine(args, ['corrections', 'json']);
  if (parsed.files.length !== 1) throw new UsageError('takes one FILE (- is standard input)');
  const [file = '-'] = parsed.files;
  const correctionsFile = parsed.text('corrections');
  if (file === '-' && correctionsFile === '-') throw new UsageError('standard input can be read once only');
  const taught = correctionsFile === undefined ? [] : await linesOf(correctionsFile, CORRECTION, io);
  const events = await linesOf(file, EVENT, io);
  if (taught === null || events === null) return 1;
  const model = readModel(await io.readModel());
  const classifier = createClassifier({
    model,
    corrections: taught.flatMap((line, i) => correctionOf(model, line, i)),
    rules: [],
    calendars: [],
    ownAddresses: [],
    zone: io.zone,
  });
  let output = '';
  for (const event of events) {
    const facts = factsOf(event);
    const { side, activity, confidence, reasons, takesDay } = classifier.classifyFacts(facts);
    const why = reasons.map(reasonText);
    output += parsed.json
      ? `${JSON.stringify({ side, activity, confidence: Math.round(confidence * 1e4) / 1e4, reasons: why, takesDay: facts.allDay ? takesDay : undefined })}\n`
      : `${percent(confidence, 'en').padStart(4)}  ${activity.padEnd(16)} ${facts.title}\n                        ${why.join(', ')}\n`;
    if (output.length > 65_536) {
      io.stdout(output);
      output = '';
    }
  }
  io.stdout(output);
  return 0;
};

/**
 * The lines of a file that are right; each that is not is told on stderr with its number. Null where the file cannot
 * be read, or none of its lines can.
 */
async function linesOf<Schema extends v.GenericSchema>(
  file: string,
  schema: Schema,
  io: Io,
): Promise<v.InferOutput<Schema>[] | null> {
  let text: string;
  try {
    text = await io.readText(file);
  } catch (error) {
    io.stderr(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
  const found: v.InferOutput<Schema>[] = [];
  let bad = 0;
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const read = readLine(line, schema);
    if (typeof read !== 'string') found.push(read.value);
    else {
      bad++;
      io.stderr(`${file}:${i + 1}: ${read}`);
    }
  }
  return found.length === 0 && bad > 0 ? null : found;
}

/** What a line of JSON says, or what is wrong with it. */
function readLine<Schema extends v.GenericSchema>(
  line: string,
  schema: Schema,
): { readonly value: v.InferOutput<Schema> } | string {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    // The engine's own words quote the line, which may hold a title.
    return error instanceof SyntaxError ? 'is not JSON' : String(error);
  }
  const result = v.safeParse(schema, json);
  if (result.success) return { value: result.output };
  return `${v.getDotPath(result.issues[0]) ?? 'the line'} is not right`;
}

/** Null means not said, in any field. */
function factsOf(event: v.InferOutput<typeof EVENT>): EventFacts {
  const known = Object.entries(event).filter(([, value]) => value !== null && value !== undefined);
  return { title: '', ...Object.fromEntries(known) };
}

/** A line of the corrections file: an event with `activity` (or `ignore`), or with `side` alone. */
function correctionOf(model: Model, line: v.InferOutput<typeof CORRECTION>, i: number): Correction[] {
  const facts = factsOf(line);
  const verdict: Verdict | undefined =
    line.activity ?? (line.side ? bestOf(model, facts, line.side) : undefined);
  if (!verdict) return [];
  return [
    {
      id: String(i),
      madeMs: i,
      scope: { kind: 'title', title: facts.title },
      verdict,
      example: {
        title: facts.title,
        people: facts.attendees ?? 1,
        recurring: facts.recurring ?? 'none',
        described: descriptionMark(facts.description),
      },
    },
  ];
}

function bestOf(model: Model, facts: EventFacts, side: Side): Activity {
  const { activity } = predict(model, facts, undefined, side);
  return SIDE[activity] === side ? activity : 'coordination';
}
