import type { FieldModule } from './field-module.ts';
import { listState, readJson } from './line.ts';

/** A person or an organization that was chosen: the name is kept beside the id, so that a draft can be shown again. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What is chosen. */
export function namedIn(state: string): Named[] {
  const list = readJson(state);
  return (Array.isArray(list) ? list : []).flatMap((each: unknown) => {
    const { id, name } = (each ?? {}) as Partial<Named>;
    return typeof id === 'string' && typeof name === 'string' ? [{ id, name }] : [];
  });
}

/** What is chosen, as a state. */
export function namedState(chosen: readonly Named[]): string {
  return listState(chosen.map(({ id, name }) => ({ id, name })));
}

/** What fields have in common that name people or organizations. */
export const named: Omit<FieldModule, 'Control' | 'sent'> = {
  // whom an administrator could name, not every customer may
  initial: () => '',
  isEmpty: (state) => namedIn(state).length === 0,
  problem(state, { _portico: { settings } }) {
    const { maxValues } = settings;
    return maxValues !== undefined && namedIn(state).length > maxValues
      ? { problem: 'tooMany', count: maxValues }
      : null;
  },
  terms: (state) => namedIn(state).map(({ id }) => id),
};
