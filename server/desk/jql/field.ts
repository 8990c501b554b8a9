import type { OperatorValue, TerminalClause } from '@atlaskit/jql-ast';
import type { RawBuilder } from 'kysely';
import type { FieldQuery } from '../../fields/index.ts';
import type { Condition, Person } from '../access-rules.ts';
import type { JqlContext } from './context.ts';

/** Which values are offered while a query is written. */
export type JqlSuggest =
  | 'project'
  | 'issue'
  | 'issuetype'
  | 'request-type'
  | 'status'
  | 'status-category'
  | 'resolution'
  | 'priority'
  | 'person'
  | 'organization'
  | 'option'
  | 'label'
  | 'filter'
  | 'link-type'
  | 'channel';

/** A field that queries can ask for: over `request`. */
export interface JqlField extends FieldQuery {
  /** lower case; the first is the field's own name, the others are what it is also called */
  readonly names: readonly string[];
  /** as people are shown it */
  readonly displayName: string;
  /** its names as they are written; absent: `names` */
  readonly clauseNames?: readonly string[];
  /** what its values are, by Jira's names: a function that gives one of them can be used with it */
  readonly types: readonly string[];
  /** NNNNN of customfield_NNNNN */
  readonly cfid?: string;
  readonly suggest?: JqlSuggest;
  /** it may be asked with `was` and `changed`: its fieldId in the changelog */
  readonly history?: { readonly field: string };
  /** for references to requests: that it is one of these; `requests` selects request.id */
  readonly isRequestOf?: (requests: RawBuilder<unknown>) => Condition;
  /** whether there is such a value that the person may know of; absent: any text is a value */
  readonly exists?: (value: string, person: Person) => RawBuilder<boolean>;
  /** for references that have an order: that it is before or after what a value names; null: nothing is so named */
  readonly isCompared?: (operator: '<' | '<=' | '>' | '>=', value: string) => Condition | null;
  /** where a request has several values: that one of them, which `column` is then, meets a condition */
  readonly some?: (condition: Condition) => Condition;
  /** for numbers that are written in words, such as 4h; null: this is none */
  readonly numberOf?: (text: string) => number | null;
  /** where it depends on who asks: the field for them */
  readonly inContext?: (context: JqlContext) => JqlField;
  /** in place of all of the above: the whole clause, whose operator is one of `operators` */
  readonly compile?: (clause: TerminalClause, context: JqlContext) => Condition;
  /** cannot be in a condition, only in ORDER BY */
  readonly isSortOnly?: boolean;
}

/** Operators for what is one of a list, and always there. */
export const choiceOperators: readonly OperatorValue[] = ['=', '!=', 'in', 'not in'];
/** Operators for what is one of a list, or empty. */
export const referenceOperators: readonly OperatorValue[] = [...choiceOperators, 'is', 'is not'];
/** Operators for what has an order. */
export const orderedOperators: readonly OperatorValue[] = [...referenceOperators, '<', '<=', '>', '>='];
/** Operators for text that is searched. */
export const textOperators: readonly OperatorValue[] = ['~', '!~', 'is', 'is not'];
/** Operators about what a field was before. */
export const historyOperators: readonly OperatorValue[] = [
  'was',
  'was not',
  'was in',
  'was not in',
  'changed',
];

/** Jira's names for what values are. */
export const jqlTypes = {
  project: 'com.atlassian.jira.project.Project',
  issue: 'com.atlassian.jira.issue.Issue',
  issueType: 'com.atlassian.jira.issue.issuetype.IssueType',
  requestType: 'com.atlassian.servicedesk.internal.customfields.origin.VpOrigin',
  status: 'com.atlassian.jira.issue.status.Status',
  statusCategory: 'com.atlassian.jira.issue.status.category.StatusCategory',
  resolution: 'com.atlassian.jira.issue.resolution.Resolution',
  priority: 'com.atlassian.jira.issue.priority.Priority',
  user: 'com.atlassian.jira.user.ApplicationUser',
  date: 'java.util.Date',
  text: 'java.lang.String',
  number: 'java.lang.Number',
  label: 'com.atlassian.jira.issue.label.Label',
  option: 'com.atlassian.jira.issue.customfields.option.Option',
  cascadingOption: 'com.atlassian.jira.issue.customfields.option.CascadingOption',
  organization: 'com.atlassian.servicedesk.api.organization.CustomerOrganization',
  approvals: 'com.atlassian.servicedesk.plugins.approvals.internal.customfield.ApprovalsCFValue',
  filter: 'com.atlassian.jira.issue.search.SearchRequest',
  attachment: 'com.atlassian.jira.issue.attachment.Attachment',
  linkType: 'com.atlassian.jira.issue.link.IssueLinkType',
  projectType: 'com.atlassian.jira.project.type.ProjectTypeKey',
  sla: 'com.atlassian.servicedesk.internal.sla.customfield.SLAFieldValue',
} as const;

const byCustomId = /^(?:cf\[(\d{1,18})\]|customfield_(\d{1,18}))$/;

/** The NNNNN of those names (in lower case) that are `cf[NNNNN]` or `customfield_NNNNN`. */
export function customIdsIn(names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const match = byCustomId.exec(name);
    return match?.[1] ?? match?.[2] ?? [];
  });
}
