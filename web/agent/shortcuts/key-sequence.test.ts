import { expect, test } from 'vitest';
import { createKeyMatcher, type KeyPress, sequencePauseMs } from './key-sequence.ts';

function key(name: string, modifiers: Partial<KeyPress> = {}): KeyPress {
  return { key: name, ctrlKey: false, metaKey: false, altKey: false, ...modifiers };
}

const known = ['j', 'k', 'q', '?', 'g q', 'g d', 'Enter'];

test('a single key is recognised at once', () => {
  expect(createKeyMatcher().press(key('j'), known, 0)).toBe('j');
  expect(createKeyMatcher().press(key('?'), known, 0)).toBe('?');
});

test('a sequence is recognised when its last key comes in time', () => {
  const matcher = createKeyMatcher();
  expect(matcher.press(key('g'), known, 0)).toBeNull();
  expect(matcher.press(key('q'), known, sequencePauseMs - 1)).toBe('g q');
});

test('after the pause the second key counts on its own', () => {
  const matcher = createKeyMatcher();
  matcher.press(key('g'), known, 0);
  expect(matcher.press(key('q'), known, sequencePauseMs + 1)).toBe('q');
});

test('a key that continues no sequence counts on its own', () => {
  const matcher = createKeyMatcher();
  matcher.press(key('g'), known, 0);
  expect(matcher.press(key('j'), known, 10)).toBe('j');
});

test('a sequence may be begun anew', () => {
  const matcher = createKeyMatcher();
  matcher.press(key('g'), known, 0);
  expect(matcher.press(key('g'), known, 10)).toBeNull();
  expect(matcher.press(key('d'), known, 20)).toBe('g d');
});

test('pressing Shift on the way to ? does not end a sequence', () => {
  const matcher = createKeyMatcher();
  matcher.press(key('g'), known, 0);
  expect(matcher.press(key('Shift'), known, 10)).toBeNull();
  expect(matcher.press(key('d'), known, 20)).toBe('g d');
});

test('keys held with Control, Command or Alt belong to the browser', () => {
  const matcher = createKeyMatcher();
  expect(matcher.press(key('j', { ctrlKey: true }), known, 0)).toBeNull();
  expect(matcher.press(key('j', { metaKey: true }), known, 0)).toBeNull();
  expect(matcher.press(key('j', { altKey: true }), known, 0)).toBeNull();
});
