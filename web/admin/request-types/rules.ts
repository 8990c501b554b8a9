import type { FormEntries } from './form-entries.ts';
import type { AskableField, Rule } from './request-type-queries.ts';

/** What a rule of an entry lacks: the field that it looks at comes later, or is on the form no more. */
export interface RuleProblem {
  /** of the field or section whose rule it is */
  readonly id: string;
  /** key of the field that the rule looks at */
  readonly needs: string;
  readonly problem: 'later' | 'gone';
}

/** The rules that look at a field which the form does not ask for before. */
export function ruleProblems(form: FormEntries): RuleProblem[] {
  const all = new Set<string>();
  for (const { field, section } of form) {
    for (const { key } of field ? [field] : section.fields) all.add(key);
  }
  const before = new Set<string>();
  const problems: RuleProblem[] = [];
  const look = (id: string, rules: readonly Rule[]) => {
    for (const needs of new Set(rules.map((rule) => rule.field))) {
      if (!before.has(needs)) problems.push({ id, needs, problem: all.has(needs) ? 'later' : 'gone' });
    }
  };
  for (const { field, section } of form) {
    if (section) look(section.id, section.showWhen?.rules ?? []);
    for (const each of field ? [field] : section.fields) {
      look(each.key, each.showWhen?.rules ?? []);
      before.add(each.key);
    }
  }
  return problems;
}

/** The keys of the fields that the form asks for before the entry with this id: those that its rules can look at. */
export function fieldsBefore(form: FormEntries, id: string): string[] {
  const before: string[] = [];
  for (const { field, section } of form) {
    if (section?.id === id) return before;
    for (const { key } of field ? [field] : section.fields) {
      if (key === id) return before;
      before.push(key);
    }
  }
  return before;
}

type Operator = Rule['operator'];

/** The ways in which a rule can look at a field of this type. None for files, which are no value. */
export function operatorsFor(type: AskableField['type']): readonly Operator[] {
  switch (type) {
    case 'attachment':
      return [];
    case 'person':
    case 'people':
    case 'organization':
      return ['is-not-empty', 'is-empty'];
    case 'number':
    case 'amount':
    case 'date':
    case 'date-time':
      return ['is', 'is-not', 'greater', 'less', 'is-not-empty', 'is-empty'];
    case 'checkboxes':
    case 'radio':
    case 'select':
    case 'multi-select':
    case 'cascading-select':
    case 'country':
      return ['is', 'is-not', 'is-not-empty', 'is-empty'];
    case 'paragraph':
    case 'description':
      return ['contains', 'is-not-empty', 'is-empty'];
    default:
      return ['is', 'is-not', 'contains', 'is-not-empty', 'is-empty'];
  }
}

/** Whether a rule with the operator names values. */
export function takesValues(operator: Operator): boolean {
  return operator !== 'is-empty' && operator !== 'is-not-empty';
}
