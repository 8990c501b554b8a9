/** The part of an element that decides, so that it can be tested without a browser. */
export interface FocusedElement {
  readonly tagName: string;
  readonly isContentEditable?: boolean;
  getAttribute(name: string): string | null;
  closest(selector: string): unknown;
}

const textInputs = new Set(['INPUT', 'TEXTAREA', 'SELECT']);
const notText = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'image']);

/** Widgets that give keys a meaning of their own while they have the focus. */
const keyboardWidgets =
  '[role="dialog"], [role="menu"], [role="menubar"], [role="listbox"], [role="combobox"], [role="textbox"], [role="tree"]';

/** Keys that a focused link or button already has a use for. */
const activationKeys = new Set(['Enter', ' ']);

/**
 * May a key pressed while `focused` has the focus be taken as a shortcut? Not while someone types, nor inside a dialog,
 * menu or list box; and Enter or Space on a link or button presses that link or button.
 */
export function acceptsShortcuts(focused: FocusedElement | null, key: string): boolean {
  if (!focused) return true;
  if (focused.isContentEditable) return false;
  if (textInputs.has(focused.tagName)) {
    const type = focused.getAttribute('type') ?? 'text';
    if (focused.tagName !== 'INPUT' || !notText.has(type)) return false;
  }
  if (activationKeys.has(key) && focused.closest('a, button, summary, label, input, [role="button"]'))
    return false;
  return !focused.closest(keyboardWidgets);
}
