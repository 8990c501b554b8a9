import { useCallback, useSyncExternalStore } from 'react';
import { lookOf, lookText, type SlaState } from './sla-state.ts';
import type { SlaValue } from './sla-value.ts';

/** One clock for all that counts down, however many rows there are. */
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  for (const listener of listeners) listener();
}

function onTick(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    timer = setInterval(tick, 1000);
    // a browser slows down the timers of a page that is not seen
    document.addEventListener('visibilitychange', tick);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    document.removeEventListener('visibilitychange', tick);
  };
}

/** When each value was first shown, which is right after it was read: the clocks of browser and server need not agree. */
const readAt = new WeakMap<SlaValue, number>();

function whenRead(value: SlaValue): number {
  const known = readAt.get(value) ?? Date.now();
  readAt.set(value, known);
  return known;
}

export interface ShownSla {
  readonly state: SlaState;
  /** such as '3h 20m'; empty where there is no goal */
  readonly text: string;
  readonly isStill: boolean;
}

/**
 * A service level as it looks now, counting down. What shows it is drawn anew only when words or state change, not at each tick. Null: it
 * has never begun.
 */
export function useSlaLook(value: SlaValue): ShownSla | null {
  const shown = useSyncExternalStore(
    onTick,
    useCallback(() => {
      const look = lookOf(value, whenRead(value), Date.now());
      return look && `${look.state} ${look.isStill ? 'still' : 'moves'} ${lookText(look)}`;
    }, [value]),
  );
  if (shown === null) return null;
  const [state, moves, ...words] = shown.split(' ');
  return { state: state as SlaState, text: words.join(' '), isStill: moves === 'still' };
}
