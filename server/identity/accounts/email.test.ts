import { describe, expect, it } from 'vitest';
import { domainOf, normalizeDomain, normalizeEmail } from './email.ts';

describe('normalizeEmail', () => {
  it.each([
    ['Alice@ACME.example', 'alice@acme.example'],
    [' alice@acme.example ', 'alice@acme.example'],
    ["o'brien+portal@acme.example", "o'brien+portal@acme.example"],
    ['zoë@bücher.example', 'zoë@xn--bcher-kva.example'],
    ['zoë@xn--bcher-kva.example', 'zoë@xn--bcher-kva.example'],
    ['alice@acme.example.', 'alice@acme.example'],
  ])('reads %s as %s', (text, email) => {
    expect(normalizeEmail(text)).toBe(email);
  });

  it.each([
    '',
    'alice',
    '@acme.example',
    'alice@',
    'alice@acme',
    'alice@@acme.example',
    'alice@evil.example@acme.example',
    '"alice@evil.example"@acme.example',
    'alice@acme.example,bob@acme.example',
    'alice bob@acme.example',
    'alice\u0000@acme.example',
    'alice\u200b@acme.example',
    'alice@acme.example\nbcc:bob@x.example',
    'Alice <alice@acme.example>',
    'alice@127.0.0.1',
    'alice@[127.0.0.1]',
    'alice@acme..example',
    'alice@-acme.example',
    `${'a'.repeat(65)}@acme.example`,
  ])('takes %j for no address', (text) => {
    expect(normalizeEmail(text)).toBeNull();
  });
});

describe('normalizeDomain', () => {
  it('brings international domains and their lookalikes to one form each', () => {
    expect(normalizeDomain('BÜCHER.example')).toBe('xn--bcher-kva.example');
    expect(normalizeDomain('ａｃｍｅ．example')).toBe('acme.example');
    // Cyrillic a: looks like acme.example and is not.
    expect(normalizeDomain('аcme.example')).not.toBe('acme.example');
  });

  it.each([
    '',
    '.',
    'acme',
    'acme.',
    'a_b.example',
    '10.0.0.1',
    'acme.example/path',
    'acme.example?x',
    'acme.example#x',
    'acme.example:80',
    'acme.example／x',
    'ac\u00adme.example',
    'ac\u200bme.example',
    'ac\nme.example',
    'acme%2eexample',
    '*.acme.example',
    'acme .example',
  ])('takes %j for no domain', (text) => {
    expect(normalizeDomain(text)).toBeNull();
  });
});

it('domainOf gives what follows the last @', () => {
  expect(domainOf('alice@acme.example')).toBe('acme.example');
});
