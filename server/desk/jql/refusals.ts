import type { Position } from '@atlaskit/jql-ast';
import { RefusedJql } from './problems.ts';

/** Most conditions of a query with all the filters that it names; each value of a list, and each word of a text, counts as one more. */
const maxConditions = 3_000;

/** What is wrong with the parts of a query, so that everything can be told at once. */
export class Refusals {
  readonly all: RefusedJql[] = [];
  #conditions = 0;

  /** Keeps what `make` is refused with; undefined then. */
  collect<Made>(make: () => Made): Made | undefined {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof RefusedJql)) throw error;
      this.all.push(error);
      return undefined;
    }
  }

  /** Counts one more condition, or what it takes as much as. @throws RefusedJql when they are too many */
  count(position: Position | null, weight = 1): void {
    this.#conditions += weight;
    if (this.#conditions > maxConditions) {
      throw new RefusedJql(
        `With the filters that it names the query has too many conditions: at most ${maxConditions} can be read.`,
        position,
      );
    }
  }
}
