import type { Provider } from './provider-queries.ts';

/** What must be done, in this order, before people sign in through a provider. */
export interface SetUpStep {
  readonly id: 'settings' | 'domains' | 'test' | 'enable';
  readonly isDone: boolean;
}

/** How far a provider's set-up has come: read from the provider itself, so that it can be left and come back to. */
export function setUpSteps(provider: Provider): readonly SetUpStep[] {
  const { admits, domainClaims, isComplete, isTested, isEnabled } = provider;
  const isProved = domainClaims.some(({ isVerified }) => isVerified);
  return [
    { id: 'settings', isDone: isComplete },
    { id: 'domains', isDone: isProved || admits === 'all' },
    { id: 'test', isDone: isTested },
    { id: 'enable', isDone: isEnabled },
  ];
}
