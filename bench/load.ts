import { Pool } from 'undici';

/** A server under load. */
export interface Target {
  readonly url: string;
  readonly headers: Record<string, string>;
}

/** Asks one question and waits for the answer; false when there is nothing left to ask in this round. */
export type Ask = (pool: Pool) => Promise<boolean>;

/** What one round saw. */
export interface Round {
  readonly requestsPerSecond: number;
  /** of each question, in milliseconds; of each question that was asked beside, when there was one */
  readonly latenciesMs: number[];
}

interface RoundOptions {
  readonly connections: number;
  readonly seconds: number;
  /** asked by one client more, at rest for a moment between two questions; its latencies are reported */
  readonly beside?: Ask | undefined;
}

/** Asks as fast as `connections` clients can that each wait for their answer. */
export async function runRound(
  { url }: Target,
  ask: Ask,
  { connections, seconds, beside }: RoundOptions,
): Promise<Round> {
  await using pool = disposable(new Pool(url, { connections: connections + 1, pipelining: 1 }));
  const latenciesMs: number[] = [];
  const besideLatenciesMs: number[] = [];
  const started = performance.now();
  const end = started + seconds * 1000;
  let running = connections;
  async function client(): Promise<void> {
    while (performance.now() < end) {
      const asked = performance.now();
      if (!(await ask(pool))) break;
      latenciesMs.push(performance.now() - asked);
    }
    running -= 1;
  }
  async function onlooker(question: Ask): Promise<void> {
    while (running > 0) {
      const asked = performance.now();
      await question(pool);
      besideLatenciesMs.push(performance.now() - asked);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }
  const clients = Array.from({ length: connections }, client);
  await Promise.all(beside ? [...clients, onlooker(beside)] : clients);
  return {
    requestsPerSecond: latenciesMs.length / ((performance.now() - started) / 1000),
    latenciesMs: beside ? besideLatenciesMs : latenciesMs,
  };
}

/** What is sent, and what must come back. */
export interface Exchange {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
  readonly headers: Record<string, string>;
  readonly expectedStatus: number;
}

/**
 * Sends a request and reads its answer.
 * @returns its Location header, if it has one
 * @throws when the answer has another status than expected: a fast refusal is no result
 */
export async function exchange(
  pool: Pool,
  { method, path, body, headers, expectedStatus }: Exchange,
): Promise<{ location: string; setCookie: string[] }> {
  const answer = await pool.request({ path, method, body: body ?? null, headers });
  if (answer.statusCode !== expectedStatus) {
    throw new Error(`${method} ${path} answered ${answer.statusCode}: ${await answer.body.text()}`);
  }
  await answer.body.dump();
  return {
    location: String(answer.headers['location'] ?? ''),
    setCookie: [answer.headers['set-cookie'] ?? []].flat(),
  };
}

function disposable(pool: Pool): Pool & AsyncDisposable {
  return Object.assign(pool, { [Symbol.asyncDispose]: () => pool.close() });
}
