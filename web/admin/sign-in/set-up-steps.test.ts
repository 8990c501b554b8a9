import { expect, test } from 'vitest';
import type { Provider } from './provider-queries.ts';
import { setUpSteps } from './set-up-steps.ts';

const claim = { isVerified: true } as Provider['domainClaims'][number];
const draft = {
  admits: 'domains',
  domainClaims: [{ ...claim, isVerified: false }],
  isComplete: false,
  isTested: false,
  isEnabled: false,
} as unknown as Provider;

function left(provider: Provider): string[] {
  return setUpSteps(provider)
    .filter(({ isDone }) => !isDone)
    .map(({ id }) => id);
}

test('a new provider has everything before it', () => {
  expect(left(draft)).toEqual(['settings', 'domains', 'test', 'enable']);
});

test('what is done is seen from the provider, in whichever order it was done', () => {
  expect(left({ ...draft, isComplete: true, isTested: true })).toEqual(['domains', 'enable']);
  expect(left({ ...draft, domainClaims: [claim] })).toEqual(['settings', 'test', 'enable']);
  const done = { ...draft, domainClaims: [claim], isComplete: true, isTested: true, isEnabled: true };
  expect(left(done)).toEqual([]);
});

test('a provider that admits everybody whom it knows needs no domain', () => {
  expect(left({ ...draft, admits: 'all' })).not.toContain('domains');
});
