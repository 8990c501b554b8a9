import { expect, test } from 'vitest';
import { actionInWords, propertyInWords } from './actions.ts';

test('actions are read as words', () => {
  expect(actionInWords('identity-provider.changed')).toBe('Identity provider changed');
  expect(actionInWords('sign-in.refused')).toBe('Sign-in refused');
});

test('properties are read as words', () => {
  expect(propertyInWords('displayName')).toBe('Display name');
  expect(propertyInWords('isAdministrator')).toBe('Administrator');
  expect(propertyInWords('saml.signOnUrl')).toBe('Saml sign on url');
});
