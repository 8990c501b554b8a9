/** Why a passkey did not answer. cancelled: the person has decided so, or did nothing for too long. */
export type PasskeyProblem = 'cancelled' | 'unsupported' | 'known' | 'failed';

/** Thrown when the browser or the person has no answer. */
export class PasskeyError extends Error {
  readonly problem: PasskeyProblem;

  constructor(problem: PasskeyProblem) {
    super(`Passkey: ${problem}`);
    this.name = 'PasskeyError';
    this.problem = problem;
  }
}
