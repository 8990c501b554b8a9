/** What setting up a second factor has given. */
export interface Added {
  /** with the first one; shown this once */
  readonly recoveryCodes: readonly string[] | null;
  /** where the sign-in goes on that it has finished */
  readonly url: string | null;
}

/** What the steps of setting one up are given. */
export interface SetUpStepProps {
  /** by which its owner knows it */
  readonly name: string;
  readonly onAdded: (added: Added) => void;
  readonly onBack: () => void;
  /** an error that is dealt with elsewhere, such as a sign-in whose time is over */
  readonly onRefused?: (error: unknown) => boolean;
}
