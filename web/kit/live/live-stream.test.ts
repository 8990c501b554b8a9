import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLiveStream, type LiveChange, retryDelayMs, topicLimit } from './live-stream.ts';

/** An EventSource whose server is the test. */
class FakeSource {
  static opened: FakeSource[] = [];
  readonly url: string;
  readyState = 0;
  private readonly listeners = new Map<string, ((event: { data?: unknown }) => void)[]>();

  constructor(url: string) {
    this.url = url;
    FakeSource.opened.push(this);
  }
  addEventListener(type: string, listener: (event: { data?: unknown }) => void): void {
    this.listeners.set(type, [...(this.listeners.get(type) ?? []), listener]);
  }
  close(): void {
    this.readyState = 2;
  }
  say(type: string, data?: unknown): void {
    for (const listener of this.listeners.get(type) ?? []) listener({ data });
  }
  /** The connection dropped and the browser is trying again by itself. */
  drop(): void {
    this.readyState = 0;
    this.say('error');
  }
  /** The server refused. */
  refuse(): void {
    this.readyState = 2;
    this.say('error');
  }
}

function latest(): FakeSource {
  const source = FakeSource.opened.at(-1);
  if (!source) throw new Error('No stream was opened');
  return source;
}

function listen() {
  const changes: LiveChange[] = [];
  const connected: boolean[] = [];
  const onReset = vi.fn();
  const stream = createLiveStream({
    open: (url) => new FakeSource(url),
    onChange: (change) => changes.push(change),
    onReset,
    onConnected: (isConnected) => connected.push(isConnected),
    random: () => 1,
  });
  return { stream, changes, connected, onReset };
}

beforeEach(() => {
  vi.useFakeTimers();
  FakeSource.opened = [];
});
afterEach(() => vi.useRealTimers());

const change = { kind: 'comment.added', topics: ['request:1'], payload: { key: 'SUP-1' } };

test('listening to topics opens one stream for all of them, and hears changes', () => {
  const { stream, changes } = listen();
  stream.setTopics(['request:2', 'request:1', 'request:2']);
  expect(FakeSource.opened.map((source) => source.url)).toEqual([
    '/events?topic=request%3A1&topic=request%3A2',
  ]);
  latest().say('ready', '{}');
  latest().say('change', JSON.stringify(change));
  expect(changes).toEqual([change]);
});

test('the same topics again leave the stream alone, others replace it, none close it', () => {
  const { stream } = listen();
  stream.setTopics(['request:1', 'request:2']);
  stream.setTopics(['request:2', 'request:1']);
  expect(FakeSource.opened).toHaveLength(1);
  const first = latest();
  stream.setTopics(['request:3']);
  expect(first.readyState).toBe(2);
  expect(FakeSource.opened).toHaveLength(2);
  stream.setTopics([]);
  expect(latest().readyState).toBe(2);
  expect(FakeSource.opened).toHaveLength(2);
});

test('what happened before the stream stood is read again; what a resumed stream missed, the server sends', () => {
  const { stream, onReset, connected } = listen();
  stream.setTopics(['request:1']);
  latest().say('ready');
  expect(onReset).toHaveBeenCalledTimes(1);
  latest().drop();
  latest().say('ready');
  expect(onReset).toHaveBeenCalledTimes(1);
  expect(FakeSource.opened).toHaveLength(1);
  expect(connected).toEqual([true, false, true]);
});

test('a reset from the server makes everything be read again', () => {
  const { stream, onReset } = listen();
  stream.setTopics(['request:1']);
  latest().say('ready');
  latest().say('reset');
  expect(onReset).toHaveBeenCalledTimes(2);
});

test('a refused stream is tried again with growing pauses, and everything is read again when it stands', () => {
  const { stream, onReset } = listen();
  stream.setTopics(['request:1']);
  latest().refuse();
  vi.advanceTimersByTime(999);
  expect(FakeSource.opened).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(FakeSource.opened).toHaveLength(2);
  latest().refuse();
  vi.advanceTimersByTime(1_999);
  expect(FakeSource.opened).toHaveLength(2);
  vi.advanceTimersByTime(1);
  expect(FakeSource.opened).toHaveLength(3);
  latest().say('ready');
  expect(onReset).toHaveBeenCalledTimes(1);
  // it stood, so the next pause is short again
  latest().refuse();
  vi.advanceTimersByTime(1_000);
  expect(FakeSource.opened).toHaveLength(4);
});

test('pauses double up to a minute, and are spread', () => {
  expect([0, 1, 2, 10].map((attempt) => retryDelayMs(attempt, () => 1))).toEqual([
    1_000, 2_000, 4_000, 60_000,
  ]);
  expect(retryDelayMs(10, () => 0)).toBe(30_000);
});

test('a paused stream gives its connection back and catches up afterwards', () => {
  const { stream, onReset } = listen();
  stream.setTopics(['request:1']);
  latest().say('ready');
  stream.setPaused(true);
  expect(latest().readyState).toBe(2);
  stream.setTopics(['request:2']);
  expect(FakeSource.opened).toHaveLength(1);
  stream.setPaused(false);
  expect(latest().url).toContain('request%3A2');
  latest().say('ready');
  expect(onReset).toHaveBeenCalledTimes(2);
});

test('a closed stream does not try again', () => {
  const { stream } = listen();
  stream.setTopics(['request:1']);
  latest().refuse();
  stream.close();
  vi.advanceTimersByTime(120_000);
  expect(FakeSource.opened).toHaveLength(1);
});

test('a stream that was replaced is not heard any more, and nonsense is not heard at all', () => {
  const { stream, changes, onReset } = listen();
  stream.setTopics(['request:1']);
  const first = latest();
  stream.setTopics(['request:2']);
  first.say('change', JSON.stringify(change));
  first.say('ready');
  latest().say('change', 'not json');
  latest().say('change', '{"kind":1}');
  expect(changes).toEqual([]);
  expect(onReset).not.toHaveBeenCalled();
});

test('no more topics are asked for than the server takes', () => {
  const { stream } = listen();
  stream.setTopics(Array.from({ length: 30 }, (_, index) => `request:${index}`));
  expect(latest().url.split('topic=')).toHaveLength(topicLimit + 1);
});
