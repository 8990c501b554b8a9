import { expect, test } from 'vitest';
import { readDomain } from './domain.ts';

test('a domain is taken as people write it', () => {
  expect(readDomain('acme.example')).toBe('acme.example');
  expect(readDomain('  Acme.Example ')).toBe('acme.example');
  expect(readDomain('@acme.example')).toBe('acme.example');
  expect(readDomain('alice@acme.example')).toBe('acme.example');
  expect(readDomain('acme.example.')).toBe('acme.example');
});

test('letters of all scripts become what is compared', () => {
  expect(readDomain('bücher.example')).toBe('xn--bcher-kva.example');
});

test('what is no domain is refused', () => {
  for (const text of [
    '',
    'acme',
    'acme..example',
    'https://acme.example',
    'acme.example/x',
    'acme.example:80',
    '1.2.3.4',
    '-a.example',
    'a b.example',
  ]) {
    expect(readDomain(text), text).toBeNull();
  }
});
