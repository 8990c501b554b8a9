import { expect, test } from 'vitest';
import { mergeNewest } from './merge.ts';

const base = { name: 'Acme', domains: ['acme.example'], isEnabled: false };

test('untouched fields take the newest value, touched ones keep what was typed', () => {
  const merge = mergeNewest(
    base,
    { ...base, name: 'Acme Inc.' },
    { ...base, domains: ['acme.example', 'acme.test'] },
  );
  expect(merge).toEqual({
    values: { name: 'Acme Inc.', domains: ['acme.example', 'acme.test'], isEnabled: false },
    taken: ['domains'],
    clashes: [],
  });
});

test('a field that both changed keeps what was typed and is named', () => {
  const merge = mergeNewest(base, { ...base, name: 'Mine' }, { ...base, name: 'Theirs' });
  expect(merge.values.name).toBe('Mine');
  expect(merge.clashes).toEqual(['name']);
});

test('the same change by both is no clash', () => {
  const merge = mergeNewest(base, { ...base, name: 'Same' }, { ...base, name: 'Same' });
  expect(merge).toMatchObject({ taken: [], clashes: [] });
});
