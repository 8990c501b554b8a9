import type { Logger } from 'pino';

/** Work that is done again and again. */
export interface Repetition {
  /** Lets it finish what it is doing, then no more. */
  stop(): Promise<void>;
}

/** How long to wait after a failure, in milliseconds: the database may be away. */
const afterFailureMs = 2_000;

/** Begins to do something again and again: at once while it says that there is more to do, else after a pause. */
export function startRepetition(pauseMs: number, work: () => Promise<boolean>, log: Logger): Repetition {
  let isWanted = true;
  let timer: NodeJS.Timeout | undefined;
  let current: Promise<void> = Promise.resolve();

  async function once(): Promise<void> {
    let pause = pauseMs;
    try {
      if (await work()) pause = 0;
    } catch (error) {
      if (isWanted) log.error({ err: error }, 'Repeated work failed; trying again');
      pause = afterFailureMs;
    }
    if (isWanted) timer = setTimeout(begin, pause).unref();
  }
  function begin(): void {
    current = once();
  }
  begin();

  return {
    async stop() {
      isWanted = false;
      clearTimeout(timer);
      await current;
    },
  };
}
