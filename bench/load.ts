import { Pool } from 'undici';
import type { BenchCase } from './cases.ts';

/** A server under load. */
export interface Target {
  readonly url: string;
  readonly headers: Record<string, string>;
}

/** What one round saw. */
export interface Round {
  readonly requestsPerSecond: number;
  /** of each request, in milliseconds */
  readonly latenciesMs: number[];
}

/**
 * Asks as fast as `connections` clients can that each wait for their answer.
 *
 * @throws when an answer has another status than expected: a fast refusal is no result
 */
export async function runRound(
  { url, headers }: Target,
  path: string,
  { method, body, expectedStatus }: BenchCase,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Round> {
  await using pool = disposable(new Pool(url, { connections, pipelining: 1 }));
  const latenciesMs: number[] = [];
  const started = performance.now();
  const end = started + seconds * 1000;
  async function client(): Promise<void> {
    while (performance.now() < end) {
      const asked = performance.now();
      const answer = await pool.request({
        path,
        method,
        body: body ?? null,
        headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
      });
      if (answer.statusCode !== expectedStatus) {
        throw new Error(`${method} ${path} answered ${answer.statusCode}: ${await answer.body.text()}`);
      }
      await answer.body.dump();
      latenciesMs.push(performance.now() - asked);
    }
  }
  await Promise.all(Array.from({ length: connections }, client));
  return { requestsPerSecond: latenciesMs.length / ((performance.now() - started) / 1000), latenciesMs };
}

function disposable(pool: Pool): Pool & AsyncDisposable {
  return Object.assign(pool, { [Symbol.asyncDispose]: () => pool.close() });
}
