import { expect, test } from 'vitest';
import { describeChanges } from './changes.ts';

test('only what differs is told', () => {
  expect(describeChanges({ name: 'Acme', isEnabled: true }, { name: 'Acme Inc.', isEnabled: true })).toEqual([
    { path: 'name', before: 'Acme', after: 'Acme Inc.' },
  ]);
});

test('what was made is told from nothing, what was deleted to nothing', () => {
  expect(describeChanges(null, { name: 'Acme' })).toEqual([{ path: 'name', before: null, after: 'Acme' }]);
  expect(describeChanges({ name: 'Acme' }, undefined)).toEqual([
    { path: 'name', before: 'Acme', after: null },
  ]);
});

test('properties of objects are told one by one', () => {
  expect(
    describeChanges(
      { saml: { entityId: 'a', signOnUrl: 'https://one.example' } },
      { saml: { entityId: 'a', signOnUrl: 'https://two.example' } },
    ),
  ).toEqual([{ path: 'saml.signOnUrl', before: 'https://one.example', after: 'https://two.example' }]);
});

test('a list is told by what went out and what came in', () => {
  expect(
    describeChanges(
      { domains: ['acme.example', 'old.example'] },
      { domains: ['acme.example', 'new.example'] },
    ),
  ).toEqual([{ path: 'domains', before: 'old.example', after: 'new.example' }]);
  expect(describeChanges({ domains: ['a.example'] }, { domains: ['a.example', 'b.example'] })).toEqual([
    { path: 'domains', before: null, after: 'b.example' },
  ]);
});

test('no, nothing and zero are told apart', () => {
  expect(describeChanges({ a: false, b: null, c: 0 }, { a: null, b: false, c: null })).toEqual([
    { path: 'a', before: 'false', after: null },
    { path: 'b', before: null, after: 'false' },
    { path: 'c', before: '0', after: null },
  ]);
});

test('objects in lists are told by their properties', () => {
  expect(describeChanges({ managers: [] }, { managers: [{ name: 'Alice', role: 'manager' }] })).toEqual([
    { path: 'managers', before: null, after: 'name: Alice, role: manager' },
  ]);
});
