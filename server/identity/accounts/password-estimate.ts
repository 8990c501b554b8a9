import { Worker } from 'node:worker_threads';

/** What the thread is asked. */
export interface EstimateQuestion {
  readonly id: number;
  readonly password: string;
  readonly words: readonly string[];
}

/** What it answers. */
export interface EstimateAnswer {
  readonly id: number;
  readonly guesses: number;
}

/** The thread ends when nobody has asked for this long: the list of passwords takes some memory. */
const idleMs = 60_000;

/** What follows these characters is not looked at; the time would grow with the square of the length. */
const estimatedLength = 64;

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, PromiseWithResolvers<number>>;
  timer: NodeJS.Timeout | undefined;
}

let thread: Thread | undefined;
let lastId = 0;

/**
 * How many guesses a good attacker needs for a password, who knows leaked passwords, keyboards, dates and these words. Runs in
 * a thread of its own, beside the requests of others; nothing leaves the process.
 *
 * @param words what belongs to the person or the site: names, parts of the e-mail address
 * @throws Error when the thread ended
 */
export function estimateGuesses(password: string, words: readonly string[]): Promise<number> {
  thread ??= startThread();
  const asked = thread;
  clearTimeout(asked.timer);
  const id = ++lastId;
  const answer = Promise.withResolvers<number>();
  asked.waiting.set(id, answer);
  // While somebody waits, the process stays.
  asked.worker.ref();
  const question: EstimateQuestion = {
    id,
    password: [...password].slice(0, estimatedLength).join(''),
    words,
  };
  asked.worker.postMessage(question);
  return answer.promise;
}

function startThread(): Thread {
  const worker = new Worker(new URL('./password-worker.ts', import.meta.url));
  const started: Thread = { worker, waiting: new Map(), timer: undefined };
  worker.on('message', ({ id, guesses }: EstimateAnswer) => {
    started.waiting.get(id)?.resolve(guesses);
    started.waiting.delete(id);
    if (started.waiting.size > 0) return;
    worker.unref();
    started.timer = setTimeout(() => {
      if (thread === started) thread = undefined;
      void worker.terminate();
    }, idleMs).unref();
  });
  worker.on('error', (error) => end(started, error));
  worker.on('exit', () => end(started, new Error('The thread that estimates passwords has ended')));
  return started;
}

function end(ended: Thread, error: unknown): void {
  if (thread === ended) thread = undefined;
  for (const { reject } of ended.waiting.values()) reject(error);
  ended.waiting.clear();
}
