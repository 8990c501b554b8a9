/** When the process has to end, and how. */
export interface Shutdown {
  /** Aborted as soon as the end was asked for; whatever is being started gives up. */
  readonly signal: AbortSignal;
  /** Resolves with the exit code when the end was asked for. */
  readonly requested: Promise<number>;
  /** Asks for the end, in order. The first code that is not 0 counts. */
  request(code: number): void;
  /** What to do at once when there is no time to end in order. */
  onForce(action: () => void): void;
  /** The exit code so far. */
  readonly code: number;
}

/** A terminal and npm may both pass on the same Ctrl-C; within this time it counts as one, in milliseconds. */
const sameSignalMs = 500;

/** How long ending in order may take, in milliseconds. */
const patienceMs = 30_000;

/**
 * Listens for SIGINT and SIGTERM. The first asks for the end in order, the second forces it, and so does the end taking
 * too long.
 *
 * @param say tells a person what is going on
 */
export function listenForShutdown(say: (text: string) => void): Shutdown {
  const controller = new AbortController();
  const requested = Promise.withResolvers<number>();
  const forced: (() => void)[] = [];
  let code = 0;
  let firstSignalAt = 0;

  function force(): never {
    for (const action of forced) action();
    process.exit(code || 1);
  }
  function request(wanted: number): void {
    code ||= wanted;
    if (controller.signal.aborted) return;
    setTimeout(() => {
      say('Stopping takes too long; ending now.');
      force();
    }, patienceMs).unref();
    controller.abort();
    requested.resolve(code);
  }
  function onSignal(): void {
    if (firstSignalAt === 0) {
      firstSignalAt = Date.now();
      say('\nStopping. Again to stop at once.');
      request(0);
    } else if (Date.now() - firstSignalAt > sameSignalMs) {
      force();
    }
  }
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  // The terminal was closed: there is nobody to tell, and ending in order is all the more wanted.
  process.on('SIGHUP', onSignal);
  return {
    signal: controller.signal,
    requested: requested.promise,
    request,
    onForce(action) {
      forced.push(action);
    },
    get code() {
      return code;
    },
  };
}
