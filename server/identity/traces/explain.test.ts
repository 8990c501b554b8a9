import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explainRefusal, type FixContext } from './explain.ts';
import { logoutFixes } from './logout-fixes.ts';
import { reasonFixes } from './reason-fixes.ts';

const url = new URL('https://help.example');
const provider: FixContext['provider'] = {
  id: '7',
  name: 'Acme',
  protocol: 'saml',
  preset: 'okta',
  issuer: 'http://www.okta.com/exk1',
  clockSkewSeconds: 60,
};

function explain(
  key: string | null,
  facts: { found?: string; expected?: string } = {},
  changes: Partial<FixContext['provider']> = {},
) {
  const reason = key === null ? null : { key, ...facts };
  const refusal = { code: 'response_invalid', detail: 'What was found', reason };
  return explainRefusal({ ...provider, ...changes }, url, refusal);
}

describe('why a sign-in was refused', () => {
  it('names what was found, what should be, and where to change it in the product', () => {
    const facts = { found: 'https://old.example', expected: 'https://help.example/sso/saml/7/metadata' };
    expect(explain('audience', facts)).toEqual({
      problem: 'The response is for the audience https://old.example.',
      fix: 'In Okta, set Audience URI (SP Entity ID) to https://help.example/sso/saml/7/metadata',
    });
    expect(explain('audience', facts, { preset: 'entra' }).fix).toBe(
      'In Microsoft Entra ID, set Identifier (Entity ID) to https://help.example/sso/saml/7/metadata',
    );
    expect(explain('audience', facts, { preset: 'something-else' }).fix).toBe(
      'At the provider, set the audience (SP entity ID) to https://help.example/sso/saml/7/metadata',
    );
  });

  it('shows our own address where the refusal names none', () => {
    expect(explain('recipient').fix).toBe(
      'In Okta, set Single sign-on URL to https://help.example/sso/saml/7/acs',
    );
    expect(explain('redirect-uri', {}, { protocol: 'oidc' }).fix).toBe(
      'In Okta, add to Sign-in redirect URIs: https://help.example/sso/oidc/7/callback',
    );
  });

  it('tells an OpenID client from a SAML audience', () => {
    expect(explain('audience', { found: 'other-client' }, { protocol: 'oidc' }).problem).toBe(
      'The ID token is for the client other-client.',
    );
  });

  it('says the detail of the refusal, and what helps in general, where no exact reason was noted', () => {
    expect(explain(null)).toEqual({
      problem: 'What was found.',
      fix: 'Compare the settings with those at the provider, and read the step that failed below.',
    });
  });

  it('tells missing groups from the wrong ones', () => {
    expect(explain('group', { found: '', expected: 'Portico' }).fix).toContain('Group Attribute Statements');
    expect(explain('group', { found: 'Sales', expected: 'Portico' }).problem).toBe(
      'The person is in none of the groups Portico. The provider sent: Sales.',
    );
  });

  it.each(Object.keys({ ...reasonFixes, ...logoutFixes }))(
    'has whole sentences for %s, with and without what was found',
    (key) => {
      for (const protocol of ['saml', 'oidc', 'oauth2'] as const) {
        for (const preset of ['generic', 'okta', 'entra', 'google', 'keycloak', 'adfs']) {
          for (const facts of [{}, { found: 'found', expected: 'expected' }]) {
            const { problem, fix } = explain(key, facts, { protocol, preset });
            expect(problem).toMatch(/^\p{Lu}.*[.!?…]$/u);
            expect(fix).toMatch(/^\p{Lu}/u);
            expect(`${problem} ${fix}`).not.toMatch(/undefined|null|\[object/);
          }
        }
      }
    },
  );

  it('has a sentence for each reason that sign-ins are refused for', async () => {
    const root = join(import.meta.dirname, '..');
    const keys = new Set<string>();
    for await (const path of glob('{saml,oidc,sign-in,logout}/*.ts', { cwd: root })) {
      if (/test/.test(path)) continue;
      const text = await readFile(join(root, path), 'utf8');
      for (const [, key = ''] of text.matchAll(/\b(?:key: |refused\()'([a-z-]+)'/g)) keys.add(key);
    }
    expect(keys.size).toBeGreaterThan(25);
    expect([...keys].filter((key) => !reasonFixes[key] && !logoutFixes[key])).toEqual([]);
  });

  it('has a fix for each code', async () => {
    const source = await readFile(join(import.meta.dirname, '..', 'sign-in', 'refusal.ts'), 'utf8');
    const type = /export type RefusalCode =([^;]+);/.exec(source)?.[1] ?? '';
    const codes = [...type.matchAll(/'([a-z_]+)'/g)].map(([, code = '']) => code);
    expect(codes.length).toBeGreaterThan(15);
    for (const code of codes) {
      const { fix } = explainRefusal(provider, url, { code, detail: 'x', reason: null });
      expect({ code, fix }).not.toEqual({
        code,
        fix: explainRefusal(provider, url, { code: 'x', detail: 'x', reason: null }).fix,
      });
    }
  });
});
