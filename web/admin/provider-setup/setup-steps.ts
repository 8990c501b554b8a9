import { presetOf } from '../sign-in/presets/presets.ts';
import type { ProviderSetup } from './setup-query.ts';

export const stepIds = ['product', 'sides', 'domains', 'test', 'send'] as const;

export type StepId = (typeof stepIds)[number];

/** What is done of a set-up, as the server knows it: it is the same after the page is loaded again. */
export function doneSteps(setup: ProviderSetup): Readonly<Record<StepId, boolean>> {
  const { preset, protocol, isComplete, domainClaims, lastTest, isSubmittedAsIs } = setup;
  return {
    product: isComplete || !presetOf(preset, protocol).isGeneric,
    sides: isComplete,
    domains: domainClaims.length > 0 && domainClaims.every(({ isVerified }) => isVerified),
    test: lastTest?.outcome === 'succeeded' && lastTest.isCurrent,
    send: isSubmittedAsIs,
  };
}

/** Where to go on: the step in the address, or else the first that is not done. */
export function beginningStep(setup: ProviderSetup, hash: string): StepId {
  const done = doneSteps(setup);
  return (
    stepIds.find((id) => hash === `#${id}`) ??
    stepIds.find((id) => !done[id]) ??
    stepIds[stepIds.length - 1] ??
    'send'
  );
}
