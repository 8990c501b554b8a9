import { expect, test } from 'vitest';
import { initialsOf } from './person-avatar.tsx';

test('initials are of the first and the last name', () => {
  expect(initialsOf('Alice Moreau')).toBe('AM');
  expect(initialsOf('  Ana Maria de la Cruz ')).toBe('AC');
  expect(initialsOf('Zoë')).toBe('Z');
  expect(initialsOf('𝒜lice Ölmez')).toBe('𝒜Ö');
  expect(initialsOf('')).toBe('');
});
