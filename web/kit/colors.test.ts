import { expect, test } from 'vitest';
import { accentColors, accentOf, colors, siteAccent } from './colors.ts';

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2's contrast ratio. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function shade(name: string, step: number): string {
  return colors[name]?.[step] ?? '';
}

test.each(accentColors)('%s can be an accent: text on it and in it is readable in light and dark', (name) => {
  expect(contrast('#ffffff', shade(name, 7))).toBeGreaterThanOrEqual(4.5);
  expect(contrast(shade('gray', 0), shade(name, 7))).toBeGreaterThanOrEqual(4.5);
  expect(contrast(shade(name, 1), shade(name, 9))).toBeGreaterThanOrEqual(4.5);
  expect(contrast(shade('dark', 6), shade(name, 4))).toBeGreaterThanOrEqual(4.5);
});

test('dimmed words are readable on both surfaces of both schemes', () => {
  for (const surface of ['#ffffff', shade('gray', 0), shade('gray', 1)]) {
    expect(contrast(shade('gray', 6), surface)).toBeGreaterThanOrEqual(4.5);
  }
  for (const surface of [shade('dark', 7), shade('dark', 6), shade('dark', 5)]) {
    expect(contrast(shade('dark', 2), surface)).toBeGreaterThanOrEqual(4.5);
  }
});

test('an accent that is not known becomes the site’s own', () => {
  expect(accentOf('teal')).toBe('teal');
  expect(accentOf('#ff0000')).toBe(siteAccent);
  expect(accentOf(null)).toBe(siteAccent);
});
