import { TooManyTries } from '../../platform/http/errors.ts';

/** How many may be at it at once. */
export interface SlotLimits {
  readonly total: number;
  /** of one person */
  readonly perPerson: number;
  /** how long somebody waits for others to be done, in milliseconds */
  readonly waitMs: number;
  /** how many wait, at most */
  readonly mostWaiting: number;
  /** what they are at, in words, such as searches */
  readonly things: string;
}

interface Waiting {
  readonly who: string;
  readonly begin: () => void;
}

/**
 * Lets a few at a time do what holds a connection for long, so that there are always some left for everybody else: whoever comes next
 * waits a little, in the order in which they came; of somebody who is at it as often as they may, others go first.
 */
export class QuerySlots {
  readonly #limits: SlotLimits;
  readonly #running = new Map<string, number>();
  readonly #waiting = new Set<Waiting>();
  #count = 0;

  constructor(limits: SlotLimits) {
    this.#limits = limits;
  }

  /**
   * Takes a slot.
   *
   * @param who account.id, or whatever else is to have a few at once
   * @returns gives it back; once is enough
   * @throws TooManyTries when there is none for too long
   */
  async take(who: string, waitMs = this.#limits.waitMs): Promise<() => void> {
    if (this.#isFreeFor(who)) return this.#begin(who);
    if (this.#waiting.size >= this.#limits.mostWaiting) throw tooBusy(who, this.#limits, this.#running);
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        who,
        begin: () => {
          clearTimeout(timer);
          this.#waiting.delete(waiting);
          resolve(this.#begin(who));
        },
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(waiting);
        reject(tooBusy(who, this.#limits, this.#running));
      }, waitMs);
      timer.unref();
      this.#waiting.add(waiting);
    });
  }

  #isFreeFor(who: string): boolean {
    return this.#count < this.#limits.total && (this.#running.get(who) ?? 0) < this.#limits.perPerson;
  }

  #begin(who: string): () => void {
    this.#count += 1;
    this.#running.set(who, (this.#running.get(who) ?? 0) + 1);
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      this.#count -= 1;
      const left = (this.#running.get(who) ?? 1) - 1;
      if (left > 0) this.#running.set(who, left);
      else this.#running.delete(who);
      for (const waiting of [...this.#waiting]) if (this.#isFreeFor(waiting.who)) waiting.begin();
    };
  }
}

function tooBusy(
  who: string,
  { perPerson, things }: SlotLimits,
  running: ReadonlyMap<string, number>,
): TooManyTries {
  const isTheirOwn = (running.get(who) ?? 0) >= perPerson;
  return new TooManyTries(
    isTheirOwn
      ? `You have ${perPerson} ${things} running already. Wait until one of them is done.`
      : `Too many ${things} are running at the moment. Try again in a few seconds.`,
    5,
  );
}
