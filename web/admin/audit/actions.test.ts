import { expect, test } from 'vitest';
import { actionInWords, actionsByKind, kindOf, knownActions, propertyInWords } from './actions.ts';

test('actions are read as words', () => {
  expect(actionInWords('identity-provider.changed')).toBe('Identity provider changed');
  expect(actionInWords('sign-in.refused')).toBe('Sign-in refused');
  expect(actionInWords('api-token.created')).toBe('API token created');
  expect(actionInWords('site.set-up')).toBe('Site set-up');
});

test('properties are read as words', () => {
  expect(propertyInWords('displayName')).toBe('Display name');
  expect(propertyInWords('isAdministrator')).toBe('Administrator');
  expect(propertyInWords('saml.signOnUrl')).toBe('SAML sign on URL');
});

test('each known act has its kind; one that nobody knows yet is shown too', () => {
  const grouped = [...actionsByKind().values()].flat();
  expect(grouped.sort()).toEqual([...knownActions].sort());
  expect(actionsByKind().has('other')).toBe(false);
  expect(kindOf('session.ended')).toBe('sign-in');
  expect(kindOf('api-token.revoked')).toBe('tokens');
  expect(kindOf('something.new')).toBe('other');
});

test('no act is named twice', () => {
  expect(knownActions).toHaveLength(new Set(knownActions).size);
});
