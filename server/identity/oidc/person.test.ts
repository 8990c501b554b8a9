import { describe, expect, it } from 'vitest';
import type { OAuth2Provider, OidcProvider } from '../providers/store.ts';
import { claimNamed } from './claims.ts';
import { readPerson } from './person.ts';

const provider = {
  protocol: 'oidc',
  domains: ['acme.example'],
  settings: { clientId: 'portico' },
} as unknown as OidcProvider;
const claims = { sub: 's', email: 'ann@acme.example' };

function withSettings(settings: Partial<OidcProvider['settings']>): OidcProvider {
  return { ...provider, settings: { ...provider.settings, ...settings } };
}

describe('groups', () => {
  const groupsOf = (more: Record<string, unknown>, at = provider) => {
    const { groups, groupsAreComplete } = readPerson(at, { ...claims, ...more });
    return { groups, groupsAreComplete };
  };

  it('are all of them when the provider says nothing else', () => {
    expect(groupsOf({ groups: ['a', 'b'] })).toEqual({ groups: ['a', 'b'], groupsAreComplete: true });
    expect(groupsOf({ groups: 'a' })).toEqual({ groups: ['a'], groupsAreComplete: true });
    expect(groupsOf({})).toEqual({ groups: [], groupsAreComplete: true });
    expect(groupsOf({ groups: [] })).toEqual({ groups: [], groupsAreComplete: true });
  });

  it('L12 are incomplete when Entra leaves them out, and never taken for none', () => {
    const elsewhere = {
      _claim_names: { groups: 'src1' },
      _claim_sources: { src1: { endpoint: 'https://graph.windows.net/…' } },
    };
    expect(groupsOf(elsewhere)).toEqual({ groups: [], groupsAreComplete: false });
    expect(groupsOf({ hasgroups: true }).groupsAreComplete).toBe(false);
    expect(groupsOf({ hasgroups: 'true' }).groupsAreComplete).toBe(false);
    expect(groupsOf({ groups: ['a'], ...elsewhere })).toEqual({ groups: ['a'], groupsAreComplete: false });
  });

  it('L12 are complete when something else than them is left out', () => {
    expect(groupsOf({ groups: ['a'], _claim_names: { address: 'src1' } }).groupsAreComplete).toBe(true);
    const byRoles = withSettings({ groupsAttribute: 'roles' });
    expect(groupsOf({ roles: ['r'], hasgroups: true }, byRoles)).toEqual({
      groups: ['r'],
      groupsAreComplete: true,
    });
    expect(groupsOf({ _claim_names: { roles: 'src1' } }, byRoles).groupsAreComplete).toBe(false);
  });

  it('L12 are incomplete when they cannot be read', () => {
    expect(groupsOf({ groups: { a: true } })).toEqual({ groups: [], groupsAreComplete: false });
    expect(groupsOf({ groups: 7 })).toEqual({ groups: [], groupsAreComplete: false });
    expect(groupsOf({ groups: ['a', { id: 'b' }] })).toEqual({ groups: ['a'], groupsAreComplete: false });
  });
});

describe('whether the address is verified', () => {
  const isVerified = (more: Record<string, unknown>, at: OidcProvider | OAuth2Provider = provider) =>
    readPerson(at, { ...claims, ...more }).emailVerified;

  it('L02 is what the provider says, in whichever spelling', () => {
    for (const yes of [true, 'true']) expect(isVerified({ email_verified: yes })).toBe(true);
    for (const no of [false, 'false', 'no', 0, 1, {}]) expect(isVerified({ email_verified: no })).toBe(false);
  });

  it('L02 follows from the domain when the provider says nothing, and only there', () => {
    expect(isVerified({})).toBe(true);
    expect(isVerified({ email: 'ann@elsewhere.example' })).toBe(false);
    expect(isVerified({ email: 'ann@elsewhere.example', email_verified: true })).toBe(true);
  });

  it('L01 is not said of another claim that the settings take the address from', () => {
    const byName = withSettings({ emailAttribute: 'upn' });
    const more = { email: 'ann@private.example', email_verified: true };
    expect(isVerified({ ...more, upn: 'boss@elsewhere.example' }, byName)).toBe(false);
    expect(isVerified({ ...more, upn: 'ann@acme.example' }, byName)).toBe(true);
    expect(isVerified({ upn: 'ann@acme.example', email_verified: false }, byName)).toBe(false);
  });
});

describe('a claim', () => {
  it('is found by its whole name before it is looked for inside others', () => {
    const nested = { 'a.b': 1, a: { b: 2, c: { d: 3 } }, list: [{ x: 4 }] };
    expect(claimNamed(nested, 'a.b')).toBe(1);
    expect(claimNamed(nested, 'a.c.d')).toBe(3);
    for (const missing of [
      'a.x',
      'a.b.c',
      'list.0',
      'list.length',
      'a.constructor',
      '__proto__',
      'toString',
      '',
    ]) {
      expect(claimNamed(nested, missing)).toBeUndefined();
    }
  });
});
