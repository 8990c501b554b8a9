import { expect, it } from 'vitest';
import type { ProviderSetup } from './setup-query.ts';
import { beginningStep, doneSteps } from './setup-steps.ts';

const begun: ProviderSetup = {
  siteName: 'Northwind',
  name: 'Acme',
  preset: 'generic-saml',
  protocol: 'saml',
  isEnabled: false,
  isComplete: false,
  expiresAt: '2026-11-24T12:00:00Z',
  submittedAt: null,
  isSubmittedAsIs: false,
  lastTest: null,
  version: 1,
  ours: {},
  domainClaims: [],
};
const claim = {
  domain: 'acme.example',
  checkedAt: null,
  checkProblem: null,
  recordName: '',
  recordValue: '',
};
const proved = { ...claim, isVerified: true, verifiedBy: 'dns' as const };
const open = { ...claim, isVerified: false, verifiedBy: null };

it('goes on at the first step that is not done', () => {
  expect(beginningStep(begun, '')).toBe('product');
  expect(beginningStep({ ...begun, preset: 'okta' }, '')).toBe('sides');
  const filled = { ...begun, isComplete: true };
  expect(beginningStep(filled, '')).toBe('domains');
  expect(beginningStep({ ...filled, domainClaims: [proved, open] }, '')).toBe('domains');
  expect(beginningStep({ ...filled, domainClaims: [proved] }, '')).toBe('test');
});

it('goes on where it was when the page is loaded again, and nowhere else', () => {
  expect(beginningStep(begun, '#test')).toBe('test');
  expect(beginningStep(begun, '#elsewhere')).toBe('product');
});

it('counts a test only while the settings are those that were tested', () => {
  const lastTest = { reference: 'ABCDEFGH', outcome: 'succeeded' as const, isCurrent: true };
  expect(doneSteps({ ...begun, lastTest }).test).toBe(true);
  expect(doneSteps({ ...begun, lastTest: { ...lastTest, isCurrent: false } }).test).toBe(false);
  expect(doneSteps({ ...begun, lastTest: { ...lastTest, outcome: 'refused' } }).test).toBe(false);
});
