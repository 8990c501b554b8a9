import type { Provider } from '../provider-queries.ts';

/** A piece of a step: words, or one of our values, to be copied. */
export interface StepPart {
  readonly text: string;
  readonly isValue: boolean;
}

/** A step with our values in the place of their names in braces. Other braces are for people to fill in, and stay. */
export function stepParts(step: string, ours: Provider['ours']): readonly StepPart[] {
  const values: Readonly<Record<string, string>> = { ...ours.saml, ...ours.oidc };
  return step
    .split(/(\{[a-zA-Z]+\})/)
    .filter((part) => part !== '')
    .map((part) => {
      const value = values[part.slice(1, -1)];
      return part.startsWith('{') && value !== undefined
        ? { text: value, isValue: true }
        : { text: part, isValue: false };
    });
}
