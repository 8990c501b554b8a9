import { hash } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';
import { passwordProblem, verifyPassword } from './passwords.ts';

describe('passwordProblem', () => {
  it.each([
    'nine small otters swim',
    'Tr0ub4dor&3xyz',
    'ééééééééééçà',
    '🦦🦦🦦🦦otterswim',
    'zebra-summer-9-quartz',
  ])('has nothing to say of %s', (password) => {
    expect(passwordProblem(password, 'ada@northwind.example')).toBeNull();
  });

  it.each([
    'short',
    'elevenchars',
    'a'.repeat(257),
    'password1234',
    'PASSWORD!!!!!',
    '123456789012',
    'passwordpassword',
    'qwertyuiop12',
    'aaaaaaaaaaaaaaa',
    'abcabcabcabcabc',
    'ada@northwind.example',
    'Ada@Northwind.example',
    'ada123456789',
    '2024 summer 2024',
  ])('refuses %s', (password) => {
    expect(passwordProblem(password, 'ada@northwind.example')).toMatch(/\.$/);
  });
});

describe('verifyPassword', () => {
  it('knows the right password, and nobody’s', async () => {
    const hashed = await hash('nine small otters swim');
    expect(hashed).toMatch(/^\$argon2id\$/);
    expect(await verifyPassword(hashed, 'nine small otters swim')).toBe(true);
    expect(await verifyPassword(hashed, 'nine small otters swam')).toBe(false);
    expect(await verifyPassword(null, 'nobody has this password')).toBe(false);
  });
});
