import { expect, test } from 'vitest';
import { typeChoices } from './type-choices.ts';

const groups = [
  { id: '1', name: 'Common' },
  { id: '2', name: 'Access' },
  { id: '3', name: 'Empty' },
];

test('each type is listed once, under its first group, and those without one come last', () => {
  const types = [
    { id: '10', name: 'Ask', groupIds: ['2', '1'] },
    { id: '11', name: 'Report', groupIds: [] },
    { id: '12', name: 'Key', groupIds: ['2'] },
  ];
  expect(typeChoices(groups, types, 'Others')).toEqual([
    { group: 'Common', items: [{ value: '10', label: 'Ask' }] },
    { group: 'Access', items: [{ value: '12', label: 'Key' }] },
    { group: 'Others', items: [{ value: '11', label: 'Report' }] },
  ]);
});
