/**
 * What a workflow says: statuses, and the transitions between them. The published one is in the tables (store.ts), a draft is
 * this as JSON. Ids are database ids; those of transitions that are new in a draft are `new-…` until they are published, and
 * transitions that are kept keep theirs.
 */

/** Who must agree before a request leaves a status. */
export interface ApprovalStep {
  readonly approvers: Approvers;
  /** how many of them */
  readonly needed: 'all' | number;
  /** what happens once enough have agreed, and once that is no longer possible: nobody does these two by hand */
  readonly approveTransitionId: string;
  readonly declineTransitionId: string;
  /** else the reporter is left out, also where they are named */
  readonly reporterMayApprove: boolean;
}

/** Who is asked for an approval. */
export type Approvers =
  /** whoever is in a field of people: customfield_NNNNN */
  | { readonly kind: 'field'; readonly fieldId: string }
  | { readonly kind: 'people'; readonly accountIds: readonly string[] }
  | { readonly kind: 'group'; readonly groupId: string }
  /** the managers of the request's organization */
  | { readonly kind: 'organization-managers' };

/** What somebody is to a request. */
export type WorkflowRole = 'agents' | 'administrators' | 'assignee' | 'reporter' | 'approvers';

/** What must be so for a transition to be made. All conditions of a transition must hold. */
export type TransitionCondition =
  /** for others it is not there */
  | { readonly kind: 'role'; readonly anyOf: readonly WorkflowRole[] }
  /** filled by then, on the screen of the transition or before */
  | { readonly kind: 'field'; readonly fieldId: string }
  /** the last approval of the request was given */
  | { readonly kind: 'approved' };

/** What a transition does besides leading to another status. */
export type TransitionEffect =
  /** `value` in the form of api/3; null empties */
  | { readonly kind: 'set-field'; readonly fieldId: string; readonly value: unknown }
  | { readonly kind: 'assign'; readonly to: 'actor' | 'nobody' | 'reporter' }
  | { readonly kind: 'assign'; readonly to: 'person'; readonly accountId: string };

/** What becomes of the resolution, where the screen says nothing else. */
export type ResolutionEffect =
  | { readonly kind: 'set'; readonly resolutionId: string }
  | { readonly kind: 'clear' }
  | { readonly kind: 'keep' };

/** A field that agents are asked for on the way. */
export interface ScreenField {
  /** Jira's id of the field: summary, description, priority, assignee, resolution, customfield_NNNNN */
  readonly fieldId: string;
  readonly isRequired: boolean;
}

/** A status in a workflow. */
export interface WorkflowStatus {
  readonly statusId: string;
  /** what customers read */
  readonly customerName: string;
  readonly approval: ApprovalStep | null;
  /** where a picture shows it; null: laid out by itself */
  readonly x: number | null;
  readonly y: number | null;
}

/** A transition of a workflow. */
export interface WorkflowTransition {
  readonly id: string;
  readonly name: string;
  /** status ids; null: from every status */
  readonly from: readonly string[] | null;
  readonly to: string;
  readonly isShownToCustomers: boolean;
  /** happens by itself when a customer answers */
  readonly happensOnCustomerComment: boolean;
  readonly resolution: ResolutionEffect;
  readonly conditions: readonly TransitionCondition[];
  readonly effects: readonly TransitionEffect[];
  readonly screen: readonly ScreenField[];
}

/** All that is drafted and published. */
export interface WorkflowDefinition {
  readonly name: string;
  readonly description: string;
  readonly initialStatusId: string;
  /** in order */
  readonly statuses: readonly WorkflowStatus[];
  /** in order */
  readonly transitions: readonly WorkflowTransition[];
}
