import type { StoredEvent } from './outbox.ts';

/** A comment that keeps the connection (and proxies on the way) from falling asleep. */
export const heartbeatFrame = ':\n\n';

/** One frame of a server-sent event stream (WHATWG HTML, 9.2). `id` is what a resuming client sends back. */
export function frame(event: string, data: unknown, id?: string): string {
  const idLine = id === undefined ? '' : `id: ${id}\n`;
  return `event: ${event}\n${idLine}data: ${JSON.stringify(data)}\n\n`;
}

/**
 * The frames of one batch. Only the last carries the position: a client that lost the connection in between asks for
 * the whole batch again, and none of it is missed.
 *
 * @param heard each event with those of its topics that this stream listens to
 */
export function changeFrames(heard: readonly HeardEvent[], id: string): string {
  return heard
    .map(({ event, topics }, index) => {
      const data = { kind: event.kind, topics, payload: event.payload };
      return frame('change', data, index === heard.length - 1 ? id : undefined);
    })
    .join('');
}

/** An event and the topics through which a stream hears of it. */
export interface HeardEvent {
  readonly event: StoredEvent;
  readonly topics: readonly string[];
}
