import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useEffect, useMemo, useState } from 'react';
import { asSeen } from '../api/seen-as.ts';
import { checkSession } from '../api/session.ts';
import { createLiveStream, type LiveChange } from './live-stream.ts';

/** A component's interest in topics. */
export interface Subscription {
  readonly topics: readonly string[];
  /** The change is null after changes may have been missed. */
  readonly tell: (change: LiveChange | null) => void;
}

export interface Live {
  subscribe(subscription: Subscription): () => void;
  /** False while the connection is interrupted; true also when nothing is listened to. */
  readonly isConnected: boolean;
}

export const LiveContext = createContext<Live | null>(null);

/** After so long out of sight a page gives its connection back: browsers allow only six to one HTTP/1.1 site. */
const hiddenGraceMs = 30_000;

/** Gives the page its one event stream; components listen with `useLiveTopics`. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [isConnected, setIsConnected] = useState(true);

  const { stream, subscribe } = useMemo(() => {
    const subscriptions = new Set<Subscription>();
    const opened = createLiveStream({
      open: (url) => new EventSource(asSeen(url)),
      random: Math.random,
      onConnected: setIsConnected,
      onChange(change) {
        for (const subscription of subscriptions) {
          if (subscription.topics.some((topic) => change.topics.includes(topic))) subscription.tell(change);
        }
      },
      onReset() {
        for (const subscription of subscriptions) subscription.tell(null);
      },
    });
    let isPlanned = false;
    // once per turn, so that leaving one page for another reopens the stream once
    const planTopics = () => {
      if (isPlanned) return;
      isPlanned = true;
      setTimeout(() => {
        isPlanned = false;
        opened.setTopics([...subscriptions].flatMap((subscription) => subscription.topics));
      });
    };
    return {
      stream: opened,
      subscribe(subscription: Subscription) {
        subscriptions.add(subscription);
        planTopics();
        return () => {
          subscriptions.delete(subscription);
          planTopics();
        };
      },
    };
  }, []);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onVisibility = () => {
      clearTimeout(timer);
      if (document.hidden) timer = setTimeout(() => stream.setPaused(true), hiddenGraceMs);
      else stream.setPaused(false);
    };
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      clearTimeout(timer);
      stream.close();
    };
  }, [stream]);

  // a refused stream may mean that the session is over: ask, so that the page can tell
  useEffect(() => {
    if (!isConnected) void checkSession(queries).catch(() => null);
  }, [isConnected, queries]);

  const live = useMemo(() => ({ subscribe, isConnected }), [subscribe, isConnected]);
  return <LiveContext value={live}>{children}</LiveContext>;
}
