import type { ProviderSetup } from './setup-query.ts';

/** What every step is given. */
export interface StepProps {
  readonly token: string;
  readonly setup: ProviderSetup;
  readonly onDone: () => void;
}
