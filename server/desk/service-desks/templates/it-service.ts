import { commonQueues, queueOfStatus, queueOfTypes, recentlyResolved } from './queues.ts';
import { commonSlas } from './slas.ts';
import type { DeskTemplate, WorkflowTemplate } from './template.ts';
import {
  canceled,
  inProgress,
  resolved,
  serviceTransitions,
  waitingForCustomer,
  withApproval,
} from './workflows.ts';

const waiting = 'Waiting for support';
const escalated = 'Escalated';

const support: WorkflowTemplate = {
  name: 'IT service',
  description: 'Support works on it, asks, and can pass it on to specialists.',
  statuses: [
    { name: waiting, category: 'new' },
    inProgress,
    waitingForCustomer,
    { name: escalated, category: 'indeterminate', customerName: 'With our specialists' },
    resolved,
    canceled,
  ],
  transitions: [
    ...serviceTransitions(waiting, { ask: 'Ask the requester', back: 'Back to support' }, [escalated]),
    { name: 'Escalate', from: [waiting, inProgress.name, waitingForCustomer.name], to: escalated },
  ],
};

const attachment = { key: 'attachment', label: 'Screenshots or files' } as const;
const approvers = {
  key: 'approvers',
  label: 'Who approves it?',
  helpText: 'Your manager, or who owns what you ask for. All of them must agree.',
  isRequired: true,
} as const;

/** For an IT department and the people of its company. */
export const itService: DeskTemplate = {
  key: 'it-service',
  name: 'IT service',
  description:
    'Help the people of your company with computers, accounts and applications; access and purchases are approved first.',
  workflows: {
    support,
    approved: withApproval(support, {
      name: 'IT service with approval',
      description: 'Whoever is named as approver must agree before support begins.',
    }),
  },
  requestTypes: [
    {
      name: 'Get IT help',
      description: 'Questions and anything that fits nowhere else',
      helpText: '',
      icon: 'help',
      group: 'Help',
      workflow: 'support',
      form: [
        { key: 'summary', label: 'What do you need help with?', isRequired: true },
        { key: 'description', label: 'Details' },
        attachment,
      ],
    },
    {
      name: 'Report an incident',
      description: 'A system is down, slow, or does what it should not',
      helpText: 'If nobody in the company can work, call us as well.',
      icon: 'alert-triangle',
      group: 'Help',
      workflow: 'support',
      form: [
        { key: 'summary', label: 'What does not work?', isRequired: true },
        { key: 'customer-support.system', label: 'Which system?', isRequired: true },
        { key: 'customer-support.impact', label: 'Who is affected?', isRequired: true },
        {
          key: 'description',
          label: 'What happens, and since when?',
          helpText: 'Any error message word for word',
          isRequired: true,
        },
        attachment,
      ],
    },
    {
      name: 'Fix an account problem',
      description: 'Forgotten password, locked account, lost second factor',
      helpText: 'Never send us a password.',
      icon: 'lock',
      group: 'Accounts and access',
      workflow: 'support',
      form: [
        { key: 'summary', label: 'Which account?', isRequired: true },
        { key: 'it-service.accountProblem', label: 'What happened?', isRequired: true },
        { key: 'description', label: 'Details' },
      ],
    },
    {
      name: 'Request access',
      description: 'To a system, a folder, a mailing list or a group',
      helpText: '',
      icon: 'key',
      group: 'Accounts and access',
      workflow: 'approved',
      form: [
        {
          key: 'summary',
          label: 'Who needs access to what?',
          helpText: 'For example: Read access to Reports for Kim Miller',
          isRequired: true,
        },
        { key: 'customer-support.system', label: 'System', isRequired: true },
        { key: 'customer-support.accessLevel', label: 'Level of access', isRequired: true },
        {
          key: 'customer-support.neededFrom',
          label: 'Needed from',
          helpText: 'Leave empty for as soon as possible',
        },
        { key: 'customer-support.reason', label: 'What is it needed for?', isRequired: true },
        approvers,
      ],
    },
    {
      name: 'Set up remote access',
      description: 'VPN and working from elsewhere',
      helpText: '',
      icon: 'wifi',
      group: 'Accounts and access',
      workflow: 'support',
      form: [
        { key: 'summary', label: 'What shall work from where?', isRequired: true },
        { key: 'customer-support.neededFrom', label: 'Needed from' },
        { key: 'description', label: 'Details' },
      ],
    },
    {
      name: 'Request hardware',
      description: 'A laptop, a monitor, a phone …',
      helpText: '',
      icon: 'device-laptop',
      group: 'Hardware and software',
      workflow: 'approved',
      form: [
        { key: 'summary', label: 'What do you need?', isRequired: true },
        { key: 'it-service.hardware', label: 'Kind of hardware', isRequired: true },
        { key: 'customer-support.quantity', label: 'How many?' },
        { key: 'customer-support.neededFrom', label: 'Needed by' },
        { key: 'customer-support.reason', label: 'What is it needed for?', isRequired: true },
        approvers,
        { key: 'attachment', label: 'Offers or other files' },
      ],
    },
    {
      name: 'Request software',
      description: 'A program, a license, an app',
      helpText: 'We look at its license and at where it keeps data before we install it.',
      icon: 'package',
      group: 'Hardware and software',
      workflow: 'approved',
      form: [
        { key: 'summary', label: 'What do you need?', isRequired: true },
        { key: 'it-service.software', label: 'Software and version', isRequired: true },
        { key: 'customer-support.quantity', label: 'How many licenses?' },
        { key: 'customer-support.reason', label: 'What is it needed for?', isRequired: true },
        approvers,
      ],
    },
    {
      name: 'Plan a change',
      description: 'Something in production will be different',
      helpText: 'Say how you come back if it does not work.',
      icon: 'tool',
      group: 'Changes',
      workflow: 'approved',
      form: [
        { key: 'summary', label: 'What shall be changed?', isRequired: true },
        { key: 'description', label: 'Steps', isRequired: true },
        { key: 'customer-support.system', label: 'System', isRequired: true },
        { key: 'it-service.changeRisk', label: 'Risk', isRequired: true },
        { key: 'it-service.changeStart', label: 'Planned start', isRequired: true },
        { key: 'it-service.changeEnd', label: 'Planned end' },
        { key: 'it-service.rollback', label: 'The way back', isRequired: true },
        approvers,
        { key: 'attachment', label: 'Plans or other files' },
      ],
    },
  ],
  queues: [
    ...commonQueues,
    queueOfTypes('Incidents', 'Report an incident'),
    queueOfTypes('Accounts and access', 'Fix an account problem', 'Request access', 'Set up remote access'),
    queueOfTypes('Hardware and software', 'Request hardware', 'Request software'),
    queueOfTypes('Changes', 'Plan a change'),
    queueOfStatus('Waiting for approval'),
    queueOfStatus(escalated),
    queueOfStatus('Waiting for customer', 'Waiting for requester'),
    recentlyResolved,
  ],
  slas: commonSlas,
};
