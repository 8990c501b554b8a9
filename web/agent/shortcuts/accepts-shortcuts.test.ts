import { expect, test } from 'vitest';
import { acceptsShortcuts, type FocusedElement } from './accepts-shortcuts.ts';

function element(
  tagName: string,
  options: { type?: string; editable?: boolean; within?: string[] } = {},
): FocusedElement {
  return {
    tagName: tagName.toUpperCase(),
    isContentEditable: options.editable ?? false,
    getAttribute: (name) => (name === 'type' ? (options.type ?? null) : null),
    closest: (selector) => {
      const parts = selector.split(',').map((part) => part.trim());
      return [tagName, ...(options.within ?? [])].some((name) => parts.includes(name)) || null;
    },
  };
}

test('shortcuts work when nothing in particular has the focus', () => {
  expect(acceptsShortcuts(null, 'j')).toBe(true);
  expect(acceptsShortcuts(element('body'), 'j')).toBe(true);
});

test('shortcuts never fire while typing', () => {
  for (const typed of ['j', '?', 'Enter', 'e']) {
    expect(acceptsShortcuts(element('textarea'), typed)).toBe(false);
    expect(acceptsShortcuts(element('input'), typed)).toBe(false);
    expect(acceptsShortcuts(element('input', { type: 'search' }), typed)).toBe(false);
    expect(acceptsShortcuts(element('select'), typed)).toBe(false);
    expect(acceptsShortcuts(element('div', { editable: true }), typed)).toBe(false);
  }
});

test('a focused checkbox or button does not silence letters', () => {
  expect(acceptsShortcuts(element('input', { type: 'checkbox' }), 'j')).toBe(true);
  expect(acceptsShortcuts(element('button'), 'j')).toBe(true);
});

test('Enter and Space on a link or button press it', () => {
  expect(acceptsShortcuts(element('a'), 'Enter')).toBe(false);
  expect(acceptsShortcuts(element('button'), ' ')).toBe(false);
  expect(acceptsShortcuts(element('a'), 'j')).toBe(true);
});

test('dialogs, menus and list boxes keep their keys', () => {
  for (const role of ['dialog', 'menu', 'listbox', 'combobox']) {
    expect(acceptsShortcuts(element('button', { within: [`[role="${role}"]`] }), 'j')).toBe(false);
  }
});
