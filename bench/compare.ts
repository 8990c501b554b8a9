import type { BenchCase } from './cases.ts';
import { type Ask, exchange, type Round, runRound, type Target } from './load.ts';
import type { Servers } from './servers.ts';

/** How hard and how long. */
export interface Load {
  readonly rounds: number;
  readonly secondsPerRound: number;
  readonly connections: number;
}

/** Portico against the floor in one case. */
export interface Comparison {
  readonly name: string;
  /** Portico's requests per second divided by the floor's, in the middle round: 1 is as fast as the floor */
  readonly throughputRatio: number;
  /** the same ratio in the worst and the best round: how sure the middle one is */
  readonly ratioRange: readonly [number, number];
  /** Portico's latency divided by the floor's, at the middle and at the 99th percentile */
  readonly medianLatencyRatio: number;
  readonly p99LatencyRatio: number;
}

/** More than either server answers: how much is made ready for a second of a round that uses things up. */
const mostPerSecond = 500;

/** Runs one case on both servers in turns; the first round of each only warms up. */
export async function compare(benchCase: BenchCase, servers: Servers, load: Load): Promise<Comparison> {
  const portico: Round[] = [];
  const floor: Round[] = [];
  async function turn(rounds: Round[], target: Target, prepare: BenchCase['portico']): Promise<void> {
    const ask = await prepare(target, load.secondsPerRound * mostPerSecond);
    const beside = benchCase.besidePath === undefined ? undefined : looking(benchCase.besidePath);
    const { secondsPerRound: seconds } = load;
    const connections = benchCase.connections ?? load.connections;
    rounds.push(await runRound(target, ask, { connections, seconds, beside }));
  }
  for (let index = 0; index <= load.rounds; index += 1) {
    // Who begins alternates, so that what the first leaves behind meets both alike.
    const turns = [
      () => turn(portico, servers.portico, benchCase.portico),
      () => turn(floor, servers.floor, benchCase.floor),
    ];
    for (const next of index % 2 === 0 ? turns : turns.reverse()) await next();
  }
  portico.shift();
  floor.shift();

  const ratios = portico.map(
    (one, index) => one.requestsPerSecond / (floor[index]?.requestsPerSecond ?? Number.NaN),
  );
  const porticoLatencies = portico.flatMap(({ latenciesMs }) => latenciesMs);
  const floorLatencies = floor.flatMap(({ latenciesMs }) => latenciesMs);
  const latencyRatio = (share: number) =>
    percentile(porticoLatencies, share) / percentile(floorLatencies, share);
  return {
    name: benchCase.name,
    throughputRatio: percentile(ratios, 0.5),
    ratioRange: [Math.min(...ratios), Math.max(...ratios)],
    medianLatencyRatio: latencyRatio(0.5),
    p99LatencyRatio: latencyRatio(0.99),
  };
}

function looking(path: string): Ask {
  return async (pool) => {
    await exchange(pool, { method: 'GET', path, headers: {}, expectedStatus: 200 });
    return true;
  };
}

/** The comparisons as a table. */
export function formatComparisons(comparisons: readonly Comparison[], load: Load): string {
  const head = ['case', 'throughput', 'worst … best round', 'median latency', 'p99 latency'];
  const rows = comparisons.map((one) => [
    one.name,
    `${one.throughputRatio.toFixed(2)} ×`,
    `${one.ratioRange[0].toFixed(2)} … ${one.ratioRange[1].toFixed(2)}`,
    `${one.medianLatencyRatio.toFixed(2)} ×`,
    `${one.p99LatencyRatio.toFixed(2)} ×`,
  ]);
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [
    `Portico as a multiple of the floor (${load.rounds} rounds of ${load.secondsPerRound} s each, ${load.connections} clients where a case says no other number):`,
    line(head),
    ...rows.map(line),
  ].join('\n');
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
