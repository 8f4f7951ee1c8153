/** What one turn took of both, in the row's unit; they run one after the other, each turn the other way round. */
export interface Turn {
  readonly ours: number;
  readonly peer: number;
}

/** A row of the table: our work against a peer's in the same run. */
export interface Row {
  /** One word, for `--only`. */
  readonly name: string;
  readonly work: string;
  readonly against: string;
  readonly unit: 'ms' | 'MB';
  /** The ratio to reach; null where nothing was set. */
  readonly aim: number | null;
  readonly turns: number;
  /** Makes ready what all turns share. `quick` may be smaller, so that the row only proves that it runs. */
  open(quick: boolean): Promise<{
    ours(): Promise<number> | number;
    peer(): Promise<number> | number;
    close?(): Promise<void>;
  }>;
}

export interface Result {
  readonly name: string;
  readonly work: string;
  readonly against: string;
  readonly unit: 'ms' | 'MB';
  readonly aim: number | null;
  /** Of the ratios of all turns. */
  readonly median: number;
  readonly quartiles: readonly [number, number];
  readonly n: number;
  readonly turns: readonly Turn[];
}

/** Runs a row in turns. The first turn warms both and is not counted. */
export async function measured(row: Row, quick: boolean): Promise<Result> {
  const { name, work, against, unit, aim } = row;
  const { ours, peer, close } = await row.open(quick);
  const turns: Turn[] = [];
  const count = quick ? 1 : row.turns;
  try {
    for (let n = -1; n < count; n++) {
      const first = n % 2 === 0 ? await ours() : await peer();
      const second = n % 2 === 0 ? await peer() : await ours();
      if (n >= 0) turns.push(n % 2 === 0 ? { ours: first, peer: second } : { ours: second, peer: first });
    }
  } finally {
    await close?.();
  }
  const ratios = turns.map((t) => t.ours / t.peer).sort((a, b) => a - b);
  return {
    name,
    work,
    against,
    unit,
    aim,
    median: quantile(ratios, 0.5),
    quartiles: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
    n: turns.length,
    turns,
  };
}

/** Milliseconds of processor time that `work` takes, the collector's included; less moved by other programs than a clock. */
export async function processorMs(work: () => unknown): Promise<number> {
  const begin = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
}

/** The value at `q` (0 to 1) of a sorted list, between its neighbours where it falls between them. */
function quantile(sorted: readonly number[], q: number): number {
  const at = q * (sorted.length - 1);
  const [low = 0, high = low] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}
