import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createSealer } from './seal.ts';

const oldKey = randomBytes(32);
const newKey = randomBytes(32);

test('a sealed secret opens again, and does not show the secret', () => {
  const sealer = createSealer([oldKey]);
  const sealed = sealer.seal('client-secret', 'identity_provider:7');
  expect(sealed).not.toContain('client-secret');
  expect(sealer.open(sealed, 'identity_provider:7')).toBe('client-secret');
});

test('a secret moved to another place does not open', () => {
  const sealer = createSealer([oldKey]);
  const sealed = sealer.seal('client-secret', 'identity_provider:7');
  expect(() => sealer.open(sealed, 'identity_provider:8')).toThrow();
});

test('a changed secret does not open', () => {
  const sealer = createSealer([oldKey]);
  const parts = sealer.seal('client-secret', 'place').split('.');
  parts[4] = Buffer.from('another-text!').toString('base64url');
  expect(() => sealer.open(parts.join('.'), 'place')).toThrow();
});

test('after a key was rotated, old secrets open and new ones are sealed under the new key', () => {
  const sealed = createSealer([oldKey]).seal('client-secret', 'place');
  const rotated = createSealer([newKey, oldKey]);
  expect(rotated.open(sealed, 'place')).toBe('client-secret');
  expect(() => createSealer([oldKey]).open(rotated.seal('x', 'place'), 'place')).toThrow('not configured');
});
