import type { Logger } from 'pino';
import type { DatabaseConnection } from '../database/database.ts';
import { TooManyTries, Unavailable } from '../http/errors.ts';
import { whoHears } from './audience.ts';
import { changeFrames, frame, heartbeatFrame } from './frames.ts';
import { listenForEvents } from './listen.ts';
import { currentPosition, type News, readMissed, readNews } from './outbox.ts';
import { formatPosition, isTooOld, type Position, parsePosition } from './position.ts';
import { assertMayListen } from './topics.ts';

/** Who holds a stream open: what platform needs to know of the acting account. */
export interface Listener {
  /** account.id */
  readonly id: string;
  /** account.account_id, as the API shows it */
  readonly accountId: string;
  /** session.id; null: it came with an API token */
  readonly sessionId: string | null;
  /** the API token that it came with */
  readonly token?: { readonly id: string } | null;
  /** the impersonation in which somebody else listens as this account */
  readonly impersonation?: { readonly id: string } | null;
}

/** What a stream lives as long as, in the words of the notification that it has ended: `42` of a session, `token:42`, `impersonation:42`. */
function holdOf({ sessionId, token, impersonation }: Listener): string {
  if (impersonation) return `impersonation:${impersonation.id}`;
  return sessionId ?? `token:${token?.id}`;
}

/** Whose streams are counted together: whoever listens as somebody takes none of theirs. */
function countedAs({ id, impersonation }: Listener): string {
  return impersonation ? `impersonation:${impersonation.id}` : id;
}

/**
 * Who may hear of a kind of topic, answered by the room that owns the noun. `id` is what follows the colon of a topic
 * ('10001' of 'request:10001'); account ids are `account.id`.
 */
export interface TopicRules {
  /** May this account open a stream on it? False also when there is no such thing: both look like 404. */
  mayListen(listener: Listener, id: string): Promise<boolean>;
  /** Those of `accountIds` who may (still) hear of it. Asked once per batch of events for all listening accounts. */
  stillMayHear(accountIds: readonly string[], id: string): Promise<Set<string>>;
  /** Those of `accountIds` who are agents of it: only they hear events whose audience is 'agents'. */
  agentsAmong(accountIds: readonly string[], id: string): Promise<Set<string>>;
}

/** Where the frames of a stream go. */
export interface EventSink {
  write(text: string): void;
  /** How much was written that the client has not taken yet. */
  waitingBytes(): number;
  /** Ends the stream after what was written. */
  end(): void;
  /** Cuts the connection. */
  destroy(): void;
}

/** What a client asks for. */
interface Subscription {
  readonly listener: Listener;
  readonly topics: readonly string[];
  /** where the client stood when it lost its last stream; undefined for a new one */
  readonly lastEventId: string | undefined;
}

/** Passes committed events to the streams of this process, whichever process wrote them. */
export interface EventHub {
  /** Makes topics `${noun}:{id}` available. Called by rooms when they register. */
  registerTopic(noun: string, rules: TopicRules): void;
  /**
   * How to tell whether a listener's session or token still lives. Asked when a stream opens and on every heartbeat; of sessions that
   * are deleted, all processes hear at once. Given by identity.
   */
  setSessionCheck(isStillSignedIn: (listener: Listener) => Promise<boolean>): void;
  /**
   * Opens a stream. `createSink` is called when nothing stands against it; the first frame it gets is `ready`.
   *
   * @returns closes the stream; to be called when the client is gone
   * @throws Invalid, NotFound when a topic is none, or not for this listener; TooManyTries; Unavailable when closing
   */
  open(subscription: Subscription, createSink: () => EventSink): Promise<() => void>;
  /** How many streams are open. */
  streamCount(): number;
  /** Ends all streams and the listening connection. */
  close(): Promise<void>;
}

/** Limits of a hub; the defaults are for production. */
export interface HubOptions {
  readonly heartbeatMs?: number;
  /** A client that is this far behind is cut off; it resumes when it comes back. */
  readonly maxWaitingBytes?: number;
  readonly maxStreamsPerAccount?: number;
}

interface Stream {
  readonly listener: Listener;
  readonly topics: ReadonlySet<string>;
  readonly lastEventId: string | undefined;
  readonly sink: EventSink;
}

/** More news than this at once (an import) is not told one by one: everyone is asked to fetch anew. */
const maxNews = 5_000;
/** The same for what one stream missed. */
const maxMissed = 1_000;
/** Pause between two looks at the outbox, so that a busy time is handled in batches. */
const roundPauseMs = 25;
const failurePauseMs = 1_000;

/**
 * Makes the hub. It connects when the first stream opens.
 *
 * All looking at the outbox happens in rounds, one after another. A round first tells the live streams what became
 * visible since the last round's position, then lets newcomers in at the new position, each with exactly what became
 * visible between its own position and that one. So no stream misses an event or hears one twice, also when a
 * transaction that wrote earlier commits later.
 */
export function createEventHub(
  database: DatabaseConnection,
  log: Logger,
  { heartbeatMs = 20_000, maxWaitingBytes = 256 * 1024, maxStreamsPerAccount = 20 }: HubOptions = {},
): EventHub {
  const { db } = database;
  const rules = new Map<string, TopicRules>();
  const rulesOf = (noun: string) => rules.get(noun);
  let isStillSignedIn: (listener: Listener) => Promise<boolean> = async () => true;

  /** every open stream; `live` are those that have been let in by a round, `newcomers` the others */
  const streams = new Set<Stream>();
  const live = new Set<Stream>();
  let newcomers: Stream[] = [];

  let position: Position | undefined;
  let hasNews = false;
  let rounds: Promise<void> | undefined;
  let heartbeat: NodeJS.Timeout | undefined;
  let isCheckingSessions = false;
  let isClosed = false;

  const listening = listenForEvents(database.url, log, {
    news: wake,
    sessionEnded: endStreamsOf,
    reconnected() {
      wake();
      checkSessions();
    },
  });

  function wake(): void {
    hasNews = true;
    if (isClosed) return;
    rounds ??= doRounds().finally(() => {
      rounds = undefined;
      if (hasNews || newcomers.length > 0) wake();
    });
  }

  async function doRounds(): Promise<void> {
    while (!isClosed && (hasNews || newcomers.length > 0)) {
      hasNews = false;
      try {
        await doRound();
        await pause(roundPauseMs);
      } catch (error) {
        log.error({ err: error }, 'cannot read events; trying again');
        for (const stream of newcomers.splice(0)) drop(stream);
        hasNews = live.size > 0;
        await pause(failurePauseMs);
      }
    }
    hasNews = false;
  }

  async function doRound(): Promise<void> {
    await listening.ensure();
    if (position && live.size > 0) {
      const news = await readNews(db, position, maxNews);
      await tell(news);
      position = news.position;
    } else {
      position = await currentPosition(db);
    }
    const now = position;
    const welcomed = newcomers;
    newcomers = [];
    await Promise.all(welcomed.map((stream) => welcome(stream, now)));
  }

  async function tell(news: News): Promise<void> {
    const id = formatPosition(news.position);
    if (news.events === 'too many') {
      for (const stream of live) send(stream, frame('reset', {}, id));
      return;
    }
    if (news.events.length === 0) return;
    const heard = await whoHears(live, news.events, rulesOf);
    for (const [stream, events] of heard) send(stream, changeFrames(events, id));
  }

  async function welcome(stream: Stream, now: Position): Promise<void> {
    try {
      // It may have ended before this process listened for that.
      if (!(await isStillSignedIn(stream.listener))) return end(stream);
      send(stream, await firstFrames(stream, now));
      if (streams.has(stream)) live.add(stream);
    } catch (error) {
      log.error({ err: error }, 'cannot resume an event stream');
      drop(stream);
    }
  }

  /** `ready`, then what was missed. The id comes last, so that a cut in between loses nothing. */
  async function firstFrames(stream: Stream, now: Position): Promise<string> {
    const id = formatPosition(now);
    if (stream.lastEventId === undefined) return frame('ready', {}, id);
    const since = parsePosition(stream.lastEventId);
    const missed =
      since && !isTooOld(since, now)
        ? await readMissed(db, since, now, [...stream.topics], maxMissed)
        : 'unknown';
    if (typeof missed === 'string') return frame('ready', {}) + frame('reset', {}, id);
    const heard = (await whoHears([stream], missed, rulesOf)).get(stream);
    return heard ? frame('ready', {}) + changeFrames(heard, id) : frame('ready', {}, id);
  }

  function send(stream: Stream, frames: string): void {
    if (!streams.has(stream)) return;
    stream.sink.write(frames);
    if (stream.sink.waitingBytes() > maxWaitingBytes) {
      log.info({ accountId: stream.listener.accountId }, 'cut off an event stream whose client is too slow');
      drop(stream);
    }
  }

  function forget(stream: Stream): void {
    streams.delete(stream);
    live.delete(stream);
    if (streams.size > 0) return;
    clearInterval(heartbeat);
    heartbeat = undefined;
  }

  function drop(stream: Stream): void {
    forget(stream);
    stream.sink.destroy();
  }

  function end(stream: Stream): void {
    if (!streams.has(stream)) return;
    forget(stream);
    stream.sink.end();
  }

  function endStreamsOf(hold: string): void {
    for (const stream of streams) if (holdOf(stream.listener) === hold) end(stream);
  }

  function beat(): void {
    for (const stream of live) send(stream, heartbeatFrame);
    listening.probe();
    // A notification can be lost (a connection that died silently); this look finds what it told of.
    wake();
    checkSessions();
  }

  function checkSessions(): void {
    if (isCheckingSessions) return;
    isCheckingSessions = true;
    endStreamsOfEndedSessions()
      .catch((error: unknown) => log.error({ err: error }, 'cannot check the sessions of event streams'))
      .finally(() => {
        isCheckingSessions = false;
      });
  }

  async function endStreamsOfEndedSessions(): Promise<void> {
    const bySession = Map.groupBy(streams, (stream) => holdOf(stream.listener));
    for (const ofSession of bySession.values()) {
      const listener = ofSession[0]?.listener;
      if (!listener || (await isStillSignedIn(listener))) continue;
      for (const stream of ofSession) end(stream);
    }
  }

  function assertNotTooMany(listener: Listener): void {
    let count = 0;
    for (const stream of streams) if (countedAs(stream.listener) === countedAs(listener)) count += 1;
    if (count >= maxStreamsPerAccount) {
      throw new TooManyTries(`You have ${count} event streams open already. Close some of your windows.`, 10);
    }
  }

  function assertOpen(): void {
    if (isClosed) throw new Unavailable('Portico is shutting down. Try again in a moment.');
  }

  return {
    registerTopic(noun, topicRules) {
      rules.set(noun, topicRules);
    },
    setSessionCheck(check) {
      isStillSignedIn = check;
    },
    async open(subscription, createSink) {
      assertOpen();
      await assertMayListen(subscription.listener, subscription.topics, rulesOf);
      assertOpen();
      assertNotTooMany(subscription.listener);
      const stream: Stream = {
        listener: subscription.listener,
        topics: new Set(subscription.topics),
        lastEventId: subscription.lastEventId,
        sink: createSink(),
      };
      streams.add(stream);
      newcomers.push(stream);
      heartbeat ??= setInterval(beat, heartbeatMs).unref();
      wake();
      return () => forget(stream);
    },
    streamCount: () => streams.size,
    async close() {
      isClosed = true;
      clearInterval(heartbeat);
      for (const stream of streams) stream.sink.end();
      streams.clear();
      live.clear();
      newcomers = [];
      await rounds;
      await listening.close();
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
