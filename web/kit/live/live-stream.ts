/** What the server tells of one change; never its content. */
export interface LiveChange {
  /** such as 'request.changed' */
  readonly kind: string;
  /** such as 'request:10001' */
  readonly topics: readonly string[];
  readonly payload: Readonly<Record<string, string>>;
}

/** What the stream needs of EventSource. */
export interface EventSourceLike {
  readonly readyState: number;
  addEventListener(type: string, listener: (event: { data?: unknown }) => void): void;
  close(): void;
}

export interface LiveStreamParts {
  open(url: string): EventSourceLike;
  onChange(change: LiveChange): void;
  /** Changes may have been missed: everything shown must be read again. */
  onReset(): void;
  /** False while there is no connection; first called with true when one is there. */
  onConnected(isConnected: boolean): void;
  /** 0 ≤ random() < 1 */
  random(): number;
}

export interface LiveStream {
  /** Listens to exactly these topics; an empty list closes the stream. */
  setTopics(topics: readonly string[]): void;
  /** Closes the stream while nobody looks, and catches up afterwards. */
  setPaused(isPaused: boolean): void;
  close(): void;
}

const closedState = 2;
const firstDelayMs = 1_000;
const longestDelayMs = 60_000;
/** The most topics the server takes in one stream. */
export const topicLimit = 20;

/**
 * How long to wait before try number `attempt` (0, 1, …): doubles up to a minute, with jitter, so that a restarted
 * server is not stormed by everybody at once.
 */
export function retryDelayMs(attempt: number, random: () => number): number {
  const longest = Math.min(longestDelayMs, firstDelayMs * 2 ** attempt);
  return Math.round(longest * (0.5 + random() / 2));
}

/**
 * One stream of events for a page. While the connection only drops, the browser resumes by itself and the server sends
 * what was missed (Last-Event-ID). When it was refused or closed by us, a new one is opened with growing pauses, and
 * as nothing tells what was missed in between, `onReset` is called once it stands.
 */
export function createLiveStream(parts: LiveStreamParts): LiveStream {
  let topics: readonly string[] = [];
  let isPaused = false;
  let source: EventSourceLike | null = null;
  let retryTimer: ReturnType<typeof setTimeout> | null = null;
  let attempt = 0;

  function stop(): void {
    if (retryTimer) clearTimeout(retryTimer);
    retryTimer = null;
    source?.close();
    source = null;
  }

  function retryLater(): void {
    stop();
    retryTimer = setTimeout(start, retryDelayMs(attempt, parts.random));
    attempt += 1;
  }

  function start(): void {
    stop();
    if (isPaused || topics.length === 0) return;
    const query = topics.map((topic) => `topic=${encodeURIComponent(topic)}`).join('&');
    const opened = parts.open(`/events?${query}`);
    source = opened;
    let isFirst = true;
    const mine = (listener: (data: unknown) => void) => (event: { data?: unknown }) => {
      if (source === opened) listener(event.data);
    };
    opened.addEventListener(
      'ready',
      mine(() => {
        attempt = 0;
        parts.onConnected(true);
        // a resumed connection is brought up to date by the server; a new one starts now
        if (isFirst) parts.onReset();
        isFirst = false;
      }),
    );
    opened.addEventListener(
      'change',
      mine((data) => {
        const change = readChange(data);
        if (change) parts.onChange(change);
      }),
    );
    opened.addEventListener(
      'reset',
      mine(() => parts.onReset()),
    );
    opened.addEventListener(
      'error',
      mine(() => {
        parts.onConnected(false);
        if (opened.readyState === closedState) retryLater();
      }),
    );
  }

  return {
    setTopics(wanted) {
      const next = [...new Set(wanted)].sort().slice(0, topicLimit);
      if (next.join(' ') === topics.join(' ')) return;
      topics = next;
      attempt = 0;
      start();
    },
    setPaused(paused) {
      if (paused === isPaused) return;
      isPaused = paused;
      attempt = 0;
      start();
    },
    close() {
      topics = [];
      stop();
    },
  };
}

function readChange(data: unknown): LiveChange | null {
  try {
    const { kind, topics, payload } = JSON.parse(String(data)) as Partial<LiveChange>;
    if (typeof kind !== 'string' || !Array.isArray(topics)) return null;
    return { kind, topics, payload: payload ?? {} };
  } catch {
    return null;
  }
}
