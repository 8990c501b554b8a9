import pg from 'pg';
import type { Logger } from 'pino';

/** A connection that hears of new events, and keeps itself alive. */
export interface EventListening {
  /** Makes sure that the connection is there. @throws when it cannot be made now */
  ensure(): Promise<void>;
  /** Asks whether the connection still answers; if not, it is replaced. */
  probe(): void;
  close(): Promise<void>;
}

const newsChannel = 'portico_event';
const sessionChannel = 'portico_session_ended';
const shortestPauseMs = 200;
const longestPauseMs = 10_000;
const probeTimeoutMs = 10_000;

/** What is heard. */
export interface Heard {
  /** Events were committed. */
  news(): void;
  /** A session (`42`, its session.id), an API token (`token:42`) or an impersonation (`impersonation:42`) is over. */
  sessionEnded(hold: string): void;
  /** The connection is there again after it was lost: some of both may have been missed. */
  reconnected(): void;
}

/** Listens on one connection of its own. When that breaks it connects again by itself, ever less often while it fails. */
export function listenForEvents(url: string, log: Logger, heard: Heard): EventListening {
  let connecting: Promise<void> | undefined;
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let pauseMs = shortestPauseMs;
  let isClosed = false;

  function connect(): Promise<void> {
    connecting ??= open().finally(() => {
      connecting = undefined;
    });
    return connecting;
  }

  async function open(): Promise<void> {
    const fresh = new pg.Client({
      connectionString: url,
      application_name: 'portico-events',
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    fresh.on('error', (error) => lose(fresh, error));
    fresh.on('end', () => lose(fresh));
    fresh.on('notification', ({ channel, payload }) => {
      if (channel === sessionChannel) heard.sessionEnded(payload ?? '');
      else heard.news();
    });
    try {
      await fresh.connect();
      await fresh.query(`listen ${newsChannel}; listen ${sessionChannel}`);
    } catch (error) {
      fresh.removeAllListeners('end');
      void fresh.end().catch(() => {});
      throw error;
    }
    if (isClosed) return void (await fresh.end());
    client = fresh;
    pauseMs = shortestPauseMs;
  }

  function lose(lost: pg.Client, error?: Error): void {
    if (lost !== client) return;
    client = undefined;
    void lost.end().catch(() => {});
    if (isClosed) return;
    log.warn({ err: error }, 'lost the connection that listens for events; connecting again');
    retryLater();
  }

  function retryLater(): void {
    clearTimeout(retry);
    retry = setTimeout(() => {
      connect().then(heard.reconnected, (error: unknown) => {
        log.warn({ err: error, pauseMs }, 'cannot listen for events yet');
        retryLater();
      });
    }, pauseMs);
    retry.unref();
    pauseMs = Math.min(longestPauseMs, pauseMs * 2);
  }

  return {
    async ensure() {
      if (!client) await connect();
    },
    probe() {
      const probed = client;
      if (!probed) return;
      const timeout = setTimeout(() => lose(probed, new Error('no answer')), probeTimeoutMs);
      timeout.unref();
      probed.query('select 1').then(
        () => clearTimeout(timeout),
        (error: Error) => {
          clearTimeout(timeout);
          lose(probed, error);
        },
      );
    },
    async close() {
      isClosed = true;
      clearTimeout(retry);
      await connecting?.catch(() => {});
      const last = client;
      client = undefined;
      await last?.end().catch(() => {});
    },
  };
}
