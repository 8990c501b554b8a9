import { sql } from 'kysely';
import { jqlTypes } from '../field.ts';
import { refuseJql } from '../problems.ts';
import type { JqlFunction } from './function.ts';

/**
 * An option and, if it is said, one under it; `none` for the option with nothing under it. An option that is called "none" is named
 * with quotes of its own: "\"none\"".
 */
export const cascadeOption: JqlFunction = {
  name: 'cascadeOption',
  isList: true,
  types: [jqlTypes.cascadingOption],
  takes: [1, 2],
  argumentNames: ['parent option', 'child option'],
  fits: (field) => field.isPair !== undefined,
  compile({ arguments: [parent, child], field, operand }) {
    if (parent?.value.toLowerCase() === 'none') return { condition: field.isEmpty ?? sql`false` };
    const condition = field.isPair?.(
      nameIn(parent?.value),
      child && (isNone(child.value) ? null : nameIn(child.value)),
    );
    if (condition) return { condition };
    throw refuseJql(
      `The option '${[parent, child].flatMap((each) => each?.value ?? []).join(' - ')}' does not exist for the field '${field.displayName}'.`,
      operand.position,
    );
  },
};

function isNone(value: string): boolean {
  return value.toLowerCase() === 'none';
}

function nameIn(value = ''): string {
  return value.replace(/^"(.*)"$/su, '$1');
}
