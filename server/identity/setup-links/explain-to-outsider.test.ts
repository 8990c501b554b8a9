import { expect, it } from 'vitest';
import type { Provider } from '../providers/store.ts';
import { reasonFixes } from '../traces/reason-fixes.ts';
import { explainToOutsider } from './explain-to-outsider.ts';

const url = new URL('https://help.northwind.example');
const presets = ['okta', 'entra', 'generic-saml'];
// what administrators have, or may do, alone
const administrators =
  /Overview|Certificates & metadata|under (Domains|People)|vouch|exception|Portico|PORTICO|sign-in page|undefined/;

function providerOf(preset: string, protocol: Provider['protocol']): Provider {
  const known = { id: '7', name: 'Acme', preset, protocol, issuer: 'https://idp.acme.example' };
  return { ...known, clockSkewSeconds: 60 } as Provider;
}

// what is said of domains is made of what the link shows of them anyway
const keys = Object.keys(reasonFixes).filter((key) => !key.startsWith('domain-'));

it.each(keys)('what is said of %s to whoever has a set-up link is for them to do, on their page', (key) => {
  for (const preset of presets) {
    for (const protocol of ['saml', 'oidc'] as const) {
      for (const reason of [{ key }, { key, found: 'found', expected: 'expected' }]) {
        const refusal = { code: 'response_invalid', detail: 'It is wrong', reason };
        const { problem, fix } = explainToOutsider(refusal, providerOf(preset, protocol), url);
        expect(`${problem} ${fix}`).not.toMatch(administrators);
        expect(fix).toMatch(/^\S.{15,}\S$/);
      }
    }
  }
});

const ofTheProvider = [
  'provider_disabled',
  'attempt_unknown',
  'response_invalid',
  'response_expired',
  'assertion_reused',
  'email_missing',
  'email_unverified',
  'provider_unreachable',
  'provider_error',
  'group_not_allowed',
  'groups_incomplete',
  'algorithm_weak',
  'sign_in_cancelled',
  'internal_error',
];

it.each(ofTheProvider)('so is what is said of %s', (code) => {
  const refusal = { code, detail: 'It is wrong', reason: null };
  const { problem, fix } = explainToOutsider(refusal, providerOf('okta', 'saml'), url);
  expect(`${problem} ${fix}`).not.toMatch(administrators);
});
