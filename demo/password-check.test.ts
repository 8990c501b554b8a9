import { expect, test } from 'vitest';
import { createPasswordCheck } from './password-check.ts';

const person = { email: 'a@acme.example', name: 'A', groups: [], subject: 's', password: 'right' };

test('ten wrong passwords within a minute close an address for the rest of it', () => {
  let now = 0;
  const check = createPasswordCheck([person], () => now);
  for (let tries = 0; tries < 10; tries += 1) {
    expect(check('a@acme.example', 'wrong')).toHaveProperty('refusal');
  }
  expect(check('a@acme.example', 'right')).toEqual({
    refusal: 'Too many tries. Wait a minute, then try again.',
  });
  now = 60_000;
  expect(check('a@acme.example', 'right')).toEqual({ person });
});

test('the right password forgives wrong ones', () => {
  const check = createPasswordCheck([person]);
  for (let tries = 0; tries < 30; tries += 1) {
    check('a@acme.example', 'wrong');
    if (tries % 5 === 0) expect(check('A@acme.example ', 'right')).toEqual({ person });
  }
});
