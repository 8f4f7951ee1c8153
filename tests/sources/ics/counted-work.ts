type Method = (this: unknown, ...args: unknown[]) => unknown;

/** Characters that a call of a method of strings looks at, or makes. */
const COST: Readonly<Record<string, (text: string, args: readonly unknown[], answer: unknown) => number>> = {
  charCodeAt: () => 1,
  startsWith: (_, [wanted]) => String(wanted).length,
  indexOf: (text, [, from], at) =>
    (Number(at) < 0 ? text.length : Number(at)) - Math.min(text.length, Number(from ?? 0)) + 1,
  lastIndexOf: (text, [, from], at) =>
    Math.min(text.length, Number(from ?? text.length)) - Math.max(0, Number(at)) + 1,
  includes: (text) => text.length,
  slice: (_text, _args, answer) => String(answer).length + 1,
  split: (text) => text.length,
  trim: (text) => text.length,
  toUpperCase: (text) => text.length,
  toLowerCase: (text) => text.length,
  replaceAll: (text) => text.length,
};

/**
 * The work of a run in characters: those that methods of strings look at or make, and those that patterns go over. Time
 * would depend on the machine; this is the same at each run. That a pattern goes over its text once is held apart.
 */
export function workOf(run: () => void): number {
  let work = 0;
  const strings = String.prototype as unknown as Record<string, Method>;
  const patterns = RegExp.prototype as unknown as Record<string, Method>;
  const before = Object.keys(COST).map((name) => [name, strings[name]] as const);
  const exec = patterns.exec;
  for (const [name, method] of before) {
    strings[name] = function (this: unknown, ...args: unknown[]) {
      const answer = method?.apply(this, args);
      work += COST[name]?.(this as string, args, answer) ?? 0;
      return answer;
    };
  }
  patterns.exec = function (this: unknown, ...args: unknown[]) {
    const pattern = this as RegExp;
    const from = pattern.global || pattern.sticky ? pattern.lastIndex : 0;
    const answer = exec?.apply(this, args) as RegExpExecArray | null;
    const text = args[0] as string;
    work += (answer ? answer.index + (answer[0]?.length ?? 0) : text.length) - from + 1;
    return answer;
  };
  try {
    run();
  } finally {
    for (const [name, method] of before) if (method) strings[name] = method;
    if (exec) patterns.exec = exec;
  }
  return work;
}
