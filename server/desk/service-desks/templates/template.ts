import type { StatusCategory } from '../../requests/surroundings.ts';
import type { EventKind } from '../../sla/definition.ts';
import type { ServiceDesk } from '../store.ts';
import type { FieldKey } from './fields.ts';

/** What a new service desk begins with. Names of statuses, workflows and queues are what people read. */
export interface DeskTemplate {
  /** as the API names it */
  readonly key: string;
  readonly name: string;
  readonly description: string;
  /** unless something else is said; absent: people of their organization */
  readonly customersShareWith?: ServiceDesk['customersShareWith'];
  /** by the keys under which request types name them */
  readonly workflows: Readonly<Record<string, WorkflowTemplate>>;
  /** in order, also that of their groups */
  readonly requestTypes: readonly RequestTypeTemplate[];
  readonly queues: readonly QueueTemplate[];
  /** what is measured, in order */
  readonly slas: readonly SlaTemplate[];
}

/** A workflow, shared by all desks of templates that name it so. */
export interface WorkflowTemplate {
  readonly name: string;
  readonly description: string;
  /** in order; new requests begin in the first */
  readonly statuses: readonly StatusTemplate[];
  readonly transitions: readonly TransitionTemplate[];
}

export interface StatusTemplate {
  readonly name: string;
  readonly category: StatusCategory;
  /** what customers read; absent: the name */
  readonly customerName?: string;
  /** people named in a field must agree before requests leave it */
  readonly approval?: {
    readonly approvers: FieldKey;
    /** names of transitions that start here */
    readonly approve: string;
    readonly decline: string;
  };
}

export interface TransitionTemplate {
  readonly name: string;
  readonly from: readonly string[];
  readonly to: string;
  /** absent: it clears the resolution */
  readonly resolution?: string;
  readonly isShownToCustomers?: true;
  readonly happensOnCustomerComment?: true;
}

export interface RequestTypeTemplate {
  readonly name: string;
  readonly description: string;
  readonly helpText: string;
  readonly icon: string;
  readonly group: string;
  readonly workflow: string;
  readonly form: readonly FormFieldTemplate[];
}

export interface FormFieldTemplate {
  readonly key: 'summary' | 'description' | 'attachment' | FieldKey;
  readonly label: string;
  readonly helpText?: string;
  readonly isRequired?: true;
}

export interface QueueTemplate {
  readonly name: string;
  readonly jql: string;
}

/** A service level around the clock. Its clock stands still while people wait for an approval. */
export interface SlaTemplate {
  readonly name: string;
  readonly starts: readonly EventKind[];
  readonly stops: readonly EventKind[];
  /** names of statuses of the template in which its clock stands still */
  readonly pausedIn: readonly string[];
  /** in minutes, from the most urgent priority on; the last is for all others */
  readonly goals: readonly number[];
  /** minutes before it is due at which it is told of */
  readonly warnMinutes: readonly number[];
}
