import type { Provider } from '../provider-queries.ts';

/** A piece of a step: words, one of our values, to be copied, or a text that is to be typed as it stands. */
export interface StepPart {
  readonly kind: 'words' | 'value' | 'literal';
  readonly text: string;
}

/**
 * A step with our values in the place of their names in braces. Other braces are for people to fill in, and stay. The
 * full stop after a value at the step's end is left out: it would be read as a part of the value.
 */
export function stepParts(step: string, ours: Provider['ours']): readonly StepPart[] {
  const values: Readonly<Record<string, string>> = { ...ours.saml, ...ours.oidc };
  return step
    .replace(/(\{[a-zA-Z]+\}|`)\.$/, '$1')
    .split(/(\{[a-zA-Z]+\}|`[^`]+`)/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part.startsWith('`')) return { kind: 'literal', text: part.slice(1, -1) };
      const value = values[part.slice(1, -1)];
      return part.startsWith('{') && value !== undefined
        ? { kind: 'value', text: value }
        : { kind: 'words', text: part };
    });
}
