import { expect, test } from 'vitest';
import { contrast, shadeOn, textOn } from './contrast.ts';

const surfaces = [
  '#000000',
  '#1a1c21',
  '#4758b2',
  '#ff0000',
  '#00ff00',
  '#ffff00',
  '#777777',
  '#808080',
  '#fcb381',
  '#ffffff',
];

test('contrast is what WCAG says it is', () => {
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#4758b2', '#4758b2')).toBe(1);
});

test.each(surfaces)('what stands on %s can be read', (surface) => {
  expect(contrast(textOn(surface), surface)).toBeGreaterThanOrEqual(4.5);
  for (const color of surfaces) {
    expect(contrast(shadeOn(color, surface), surface), color).toBeGreaterThanOrEqual(4.5);
  }
});

test('a colour that can be read stays as it is', () => {
  expect(shadeOn('#4758b2', '#ffffff')).toBe('#4758b2');
  expect(textOn('#4758b2')).toBe('#ffffff');
  expect(textOn('#ffff00')).toBe('#1a1c21');
});

test('what is no colour is no style', () => {
  expect(() => textOn('red;background:url(https://evil.example)')).toThrow('no colour');
});
