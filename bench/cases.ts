import type { Ask, Target } from './load.ts';
import { signInCases } from './sign-in-cases.ts';
import { workCases } from './work-cases.ts';
import type { World } from './world.ts';

/** One question that both servers answer. */
export interface BenchCase {
  readonly name: string;
  /** Makes ready what a round of so many questions at the most needs, which is not timed. */
  portico(target: Target, questions: number): Promise<Ask>;
  floor(target: Target, questions: number): Promise<Ask>;
  /** asked of both servers meanwhile; the latencies reported are those of this */
  readonly besidePath?: string;
  /** how many clients ask at once; absent: as many as the run says */
  readonly connections?: number;
}

/** The cases, in the order in which they run. */
export function benchCases(world: World): BenchCase[] {
  return [...workCases(world), ...signInCases(world.signIn)];
}
