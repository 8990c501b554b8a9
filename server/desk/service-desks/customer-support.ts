import type { FieldTypeName } from '../../fields/index.ts';

/** The template "customer support": what a new service desk begins with (template.ts puts it into the database). */

interface StatusTemplate {
  readonly name: string;
  readonly category: 'new' | 'indeterminate' | 'done';
  readonly customerName: string;
}

export const waitingForSupport = 'Waiting for support';
const inProgress = 'In progress';
const waitingForCustomer = 'Waiting for customer';
const resolved = 'Resolved';
const canceled = 'Canceled';

export const statuses: readonly StatusTemplate[] = [
  { name: waitingForSupport, category: 'new', customerName: 'Waiting for support' },
  { name: inProgress, category: 'indeterminate', customerName: 'In progress' },
  { name: waitingForCustomer, category: 'indeterminate', customerName: 'Waiting for your reply' },
  { name: resolved, category: 'done', customerName: 'Resolved' },
  { name: canceled, category: 'done', customerName: 'Canceled' },
];

interface TransitionTemplate {
  readonly name: string;
  readonly from: readonly string[];
  readonly to: string;
  readonly resolution?: string;
  readonly isShownToCustomers?: true;
  readonly happensOnCustomerComment?: true;
}

/**
 *   Waiting for support → In progress ⇄ Waiting for customer   the open ones; a customer's answer leads back to the first
 *   any open one → Resolved                                    by agents
 *   any open one → Canceled                                    by customers too
 *   Resolved, Canceled → Waiting for support                   reopened, by customers too
 */
export const transitions: readonly TransitionTemplate[] = [
  { name: 'Start work', from: [waitingForSupport, waitingForCustomer], to: inProgress },
  { name: 'Ask the customer', from: [waitingForSupport, inProgress], to: waitingForCustomer },
  {
    name: 'Back to support',
    from: [waitingForCustomer],
    to: waitingForSupport,
    happensOnCustomerComment: true,
  },
  { name: 'Stop work', from: [inProgress], to: waitingForSupport },
  {
    name: 'Resolve',
    from: [waitingForSupport, inProgress, waitingForCustomer],
    to: resolved,
    resolution: 'Done',
  },
  {
    name: 'Cancel request',
    from: [waitingForSupport, inProgress, waitingForCustomer],
    to: canceled,
    resolution: 'Canceled',
    isShownToCustomers: true,
  },
  { name: 'Reopen', from: [resolved, canceled], to: waitingForSupport, isShownToCustomers: true },
];

export interface FieldTemplate {
  readonly name: string;
  readonly type: FieldTypeName;
  readonly options?: readonly string[];
}

export const fields = {
  impact: { name: 'Impact', type: 'select', options: ['One person', 'A team', 'Whole company'] },
  system: { name: 'System', type: 'text' },
  accessLevel: { name: 'Access level', type: 'select', options: ['Read', 'Read and write', 'Administer'] },
  neededFrom: { name: 'Needed from', type: 'date' },
  kindOfChange: {
    name: 'Kind of change',
    type: 'select',
    options: ['New', 'More', 'Less', 'Different', 'No longer needed'],
  },
  quantity: { name: 'Quantity', type: 'number' },
  reason: { name: 'Business reason', type: 'paragraph' },
} as const satisfies Record<string, FieldTemplate>;

type FormKey = 'summary' | 'description' | 'attachment' | keyof typeof fields;

interface RequestTypeTemplate {
  readonly name: string;
  readonly description: string;
  readonly helpText: string;
  readonly icon: string;
  readonly group: string;
  readonly form: readonly { key: FormKey; label: string; helpText?: string; isRequired?: true }[];
}

export const requestTypes: readonly RequestTypeTemplate[] = [
  {
    name: 'Report a problem',
    description: 'Something does not work as it should',
    helpText: 'The more we know, the sooner we can help. A screenshot often says it all.',
    icon: 'alert-triangle',
    group: 'Common requests',
    form: [
      { key: 'summary', label: 'What is the problem?', helpText: 'In one line', isRequired: true },
      {
        key: 'description',
        label: 'What happens, and what did you expect?',
        helpText: 'Tell us what you did before, and any error message word for word',
        isRequired: true,
      },
      { key: 'impact', label: 'Who is affected?', isRequired: true },
      { key: 'attachment', label: 'Screenshots or files' },
    ],
  },
  {
    name: 'Ask a question',
    description: 'How do I …? Where do I find …?',
    helpText: 'Ask us anything about the product or your contract.',
    icon: 'help',
    group: 'Common requests',
    form: [
      { key: 'summary', label: 'What would you like to know?', isRequired: true },
      { key: 'description', label: 'Details', helpText: 'What have you tried or read so far?' },
      { key: 'attachment', label: 'Screenshots or files' },
    ],
  },
  {
    name: 'Request access',
    description: 'For you or a colleague, to a system or a project',
    helpText: 'We may ask the owner of the system for approval.',
    icon: 'key',
    group: 'Access and changes',
    form: [
      {
        key: 'summary',
        label: 'Who needs access to what?',
        helpText: 'For example: Read access to Reports for Kim Miller',
        isRequired: true,
      },
      { key: 'system', label: 'System or project', isRequired: true },
      { key: 'accessLevel', label: 'Level of access', isRequired: true },
      { key: 'neededFrom', label: 'Needed from', helpText: 'Leave empty for as soon as possible' },
      { key: 'reason', label: 'What is it needed for?', isRequired: true },
      { key: 'attachment', label: 'Approvals or other files' },
    ],
  },
  {
    name: 'Order a change',
    description: 'More licenses, another setting, something new',
    helpText: 'We answer with what it costs and when it can be done, before anything is changed.',
    icon: 'tool',
    group: 'Access and changes',
    form: [
      { key: 'summary', label: 'What shall be changed?', isRequired: true },
      { key: 'description', label: 'Describe the change', isRequired: true },
      { key: 'kindOfChange', label: 'Kind of change' },
      { key: 'quantity', label: 'How many?', helpText: 'Licenses, devices, seats …' },
      { key: 'neededFrom', label: 'Wanted by' },
      { key: 'reason', label: 'Why is it needed?' },
      { key: 'attachment', label: 'Offers or other files' },
    ],
  },
];

export const queues: readonly { name: string; jql: string }[] = [
  { name: 'All open', jql: 'resolution = Unresolved ORDER BY created DESC' },
  { name: 'Unassigned', jql: 'assignee is EMPTY AND resolution = Unresolved ORDER BY created DESC' },
  {
    name: 'Assigned to me',
    jql: 'assignee = currentUser() AND resolution = Unresolved ORDER BY created DESC',
  },
  { name: 'Waiting for customer', jql: `status = "${waitingForCustomer}" ORDER BY created DESC` },
  { name: 'Recently resolved', jql: 'resolved >= -14d ORDER BY resolved DESC' },
];
