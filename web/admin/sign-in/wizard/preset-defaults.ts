import type { PresetField, PresetInstructions } from '../presets/preset.ts';
import type { Provider } from '../provider-queries.ts';
import { type ProviderValues, valuesOf } from '../provider-values.ts';

const attributeFields: readonly PresetField[] = ['emailAttribute', 'nameAttribute', 'groupsAttribute'];

/**
 * What the form of the set-up begins with: the provider's values, and where it has none yet those that its preset knows.
 * Once it is complete, nothing is put in its place: somebody may have emptied it.
 */
export function beginningOf(
  provider: Provider,
  instructions: PresetInstructions | undefined,
): ProviderValues {
  const values = valuesOf(provider);
  return provider.isComplete ? values : withDefaults(values, instructions);
}

/** Values with those that a preset knows in the place of what is empty. */
export function withDefaults(
  begun: ProviderValues,
  instructions: PresetInstructions | undefined,
): ProviderValues {
  const values = { ...begun };
  const defaults = Object.entries(instructions?.defaults ?? {}) as [PresetField, string][];
  const hasAttributes = attributeFields.some((field) => values[field] !== '');
  for (const [field, value] of defaults) {
    const isKept = values[field].length > 0 || (hasAttributes && attributeFields.includes(field));
    if (isKept || field === 'certificates' || isExample(value)) continue;
    values[field] = value;
  }
  return values;
}

/** Whether a preset's value has parts in braces, which people must fill in. */
export function isExample(value: string): boolean {
  return value.includes('{');
}
