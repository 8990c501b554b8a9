import type { ConditionKind } from './condition-kinds.ts';
import { detailOf } from './condition-kinds.ts';
import type { EditedCondition } from './edited-sla.ts';

/** The words that a summary is made of. */
export interface SummaryWords {
  /** of a condition, within a sentence: 'the request is raised' */
  readonly phrase: (kind: ConditionKind, what: string) => string;
  /** where statuses or a query are still to be given */
  readonly missing: string;
  /** joined by 'or' */
  readonly anyOf: (parts: readonly string[]) => string;
  readonly statusName: (id: string) => string;
}

/** Conditions as part of a sentence: 'the request is raised or the status becomes Open'. Empty where there is none. */
export function conditionsInWords(conditions: readonly EditedCondition[], words: SummaryWords): string {
  return words.anyOf(
    conditions.map(({ kind, statusIds, jql }) => {
      const detail = detailOf(kind);
      if (detail === 'statuses') {
        const names = words.anyOf(statusIds.map((id) => `“${words.statusName(id)}”`));
        return words.phrase(kind, names || words.missing);
      }
      return words.phrase(kind, detail === 'query' ? jql.trim() || words.missing : '');
    }),
  );
}
