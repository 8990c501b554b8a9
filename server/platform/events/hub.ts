import type { Logger } from 'pino';
import type { DatabaseConnection } from '../database/database.ts';

/** Who holds a stream open: what platform needs to know of the acting account. */
export interface Listener {
  /** account.id */
  readonly id: string;
  /** account.account_id, as the API shows it */
  readonly accountId: string;
  readonly sessionId: string;
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

/** Passes committed events to the streams of this process, whichever process wrote them. */
export interface EventHub {
  /** Makes topics `${noun}:{id}` available. Called by rooms when they register. */
  registerTopic(noun: string, rules: TopicRules): void;
  /** How to tell whether a listener's session still lives; asked on every heartbeat. Given by identity. */
  setSessionCheck(isStillSignedIn: (listener: Listener) => Promise<boolean>): void;
  /** Ends all streams and the listening connection. */
  close(): Promise<void>;
}

/** Makes the hub. It connects when the first stream opens. */
export function createEventHub(_database: DatabaseConnection, _log: Logger): EventHub {
  throw new Error('not yet');
}
