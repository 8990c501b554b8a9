/** What the keyboard sent: the part of a KeyboardEvent that decides. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** How long the second key of a sequence such as `g q` may take, in milliseconds. */
export const sequencePauseMs = 1200;

export interface KeyMatcher {
  /**
   * Takes one key press and says which of `combinations` it completes, if any. A combination is one key (`j`, `?`,
   * `Enter`) or several separated by a space (`g q`). `now` is in milliseconds.
   */
  press(press: KeyPress, combinations: Iterable<string>, now: number): string | null;
  /** Forgets the first half of a sequence. */
  reset(): void;
}

/**
 * Recognises single keys and sequences. The states: nothing pending, or the first keys of a sequence pending until the
 * pause is over or a key comes that continues none; that key then counts on its own.
 */
export function createKeyMatcher(): KeyMatcher {
  let pending: string[] = [];
  let pendingUntil = 0;

  return {
    press(press, combinations, now) {
      if (press.ctrlKey || press.metaKey || press.altKey || isModifier(press.key)) return null;
      if (now > pendingUntil) pending = [];
      const all = [...combinations];
      for (const typed of pending.length > 0 ? [[...pending, press.key], [press.key]] : [[press.key]]) {
        const combination = typed.join(' ');
        if (all.includes(combination)) {
          pending = [];
          return combination;
        }
        if (all.some((candidate) => candidate.startsWith(`${combination} `))) {
          pending = typed;
          pendingUntil = now + sequencePauseMs;
          return null;
        }
      }
      pending = [];
      return null;
    },
    reset() {
      pending = [];
    },
  };
}

function isModifier(key: string): boolean {
  return ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Dead'].includes(key);
}
