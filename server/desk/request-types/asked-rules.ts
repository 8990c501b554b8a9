import { isMet, type ShowWhen } from '../../fields/index.ts';
import type { FormField } from './fields/form-field.ts';

/**
 * The rules as whoever fills in the form can follow them: those about fields that they are not asked for are decided here, by
 * what such a field is preset to. Null: shown always; `any` of no rules: never.
 */
export function rulesForAsked(when: ShowWhen | null, form: readonly FormField[]): ShowWhen | null {
  if (!when) return null;
  const rules: ShowWhen['rules'][number][] = [];
  for (const rule of when.rules) {
    const field = form.find(({ key, isArchived }) => key === rule.field && !isArchived);
    if (field && !field.isHidden) {
      rules.push(rule);
      continue;
    }
    const isTrue = isMet({ match: 'all', rules: [rule] }, () => field?.preset ?? null);
    if (isTrue && when.match === 'any') return null;
    if (!isTrue && when.match === 'all') return { match: 'any', rules: [] };
  }
  return when.match === 'all' && rules.length === 0 ? null : { match: when.match, rules };
}
