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

const waiting = 'Waiting for HR';

const service: WorkflowTemplate = {
  name: 'HR service',
  description: 'HR works on it, and asks the employee where something is missing.',
  statuses: [{ name: waiting, category: 'new' }, inProgress, waitingForCustomer, resolved, canceled],
  transitions: serviceTransitions(waiting, { ask: 'Ask the employee', back: 'Back to HR' }),
};

const approvers = {
  key: 'approvers',
  label: 'Who approves it?',
  helpText: 'All of them must agree.',
  isRequired: true,
} as const;

/** For a personnel department and the people of its company. */
export const hr: DeskTemplate = {
  key: 'hr',
  name: 'HR',
  description:
    'Questions, documents, leave, and people who come and go; new hires and leave are approved first.',
  customersShareWith: 'nobody',
  workflows: {
    service,
    approved: withApproval(service, {
      name: 'HR service with approval',
      description: 'Whoever is named as approver must agree before HR begins.',
    }),
  },
  requestTypes: [
    {
      name: 'Ask HR',
      description: 'Contract, benefits, working hours, anything else',
      helpText: '',
      icon: 'help',
      group: 'Questions and documents',
      workflow: 'service',
      form: [
        { key: 'summary', label: 'What would you like to know?', isRequired: true },
        { key: 'description', label: 'Details' },
        { key: 'attachment', label: 'Files' },
      ],
    },
    {
      name: 'Get a document',
      description: 'Confirmation of employment, salary statement, reference',
      helpText: '',
      icon: 'file-text',
      group: 'Questions and documents',
      workflow: 'service',
      form: [
        { key: 'summary', label: 'What do you need it for?', isRequired: true },
        { key: 'hr.document', label: 'Which document?', isRequired: true },
        { key: 'customer-support.neededFrom', label: 'Needed by' },
        { key: 'description', label: 'What must it say?' },
      ],
    },
    {
      name: 'Change personal data',
      description: 'Name, address, bank account, family status',
      helpText: 'We may ask you for a proof before we change it.',
      icon: 'user',
      group: 'Questions and documents',
      workflow: 'service',
      form: [
        { key: 'summary', label: 'What shall be changed?', isRequired: true },
        { key: 'hr.personalData', label: 'Which data?', isRequired: true },
        { key: 'customer-support.neededFrom', label: 'Valid from' },
        { key: 'description', label: 'The new data', isRequired: true },
        { key: 'attachment', label: 'Proofs' },
      ],
    },
    {
      name: 'Request leave',
      description: 'Vacation, parental leave, education',
      helpText: '',
      icon: 'calendar',
      group: 'Time off',
      workflow: 'approved',
      form: [
        { key: 'summary', label: 'In one line', isRequired: true },
        { key: 'hr.leave', label: 'Kind of leave', isRequired: true },
        { key: 'hr.firstDay', label: 'First day off', isRequired: true },
        { key: 'hr.lastDay', label: 'Last day off', isRequired: true },
        { key: 'description', label: 'What should we know?' },
        approvers,
      ],
    },
    {
      name: 'New hire',
      description: 'Somebody joins your team',
      helpText: 'Tell us two weeks before the first day, so that everything is there.',
      icon: 'users',
      group: 'Coming and going',
      workflow: 'approved',
      form: [
        { key: 'summary', label: 'Who joins as what?', isRequired: true },
        { key: 'hr.employee', label: 'Name', isRequired: true },
        { key: 'hr.position', label: 'Position', isRequired: true },
        { key: 'hr.department', label: 'Department', isRequired: true },
        { key: 'hr.firstDay', label: 'First day', isRequired: true },
        { key: 'hr.equipment', label: 'What must be there?' },
        { key: 'description', label: 'Anything else?' },
        approvers,
        { key: 'attachment', label: 'Contract or other files' },
      ],
    },
    {
      name: 'Somebody leaves',
      description: 'What has to happen by the last day',
      helpText: '',
      icon: 'building',
      group: 'Coming and going',
      workflow: 'service',
      form: [
        { key: 'summary', label: 'Who leaves?', isRequired: true },
        { key: 'hr.employee', label: 'Name', isRequired: true },
        { key: 'hr.department', label: 'Department' },
        { key: 'hr.lastDay', label: 'Last day', isRequired: true },
        { key: 'hr.equipment', label: 'What comes back?' },
        { key: 'description', label: 'Anything else?' },
      ],
    },
    {
      name: 'Report a concern',
      description: 'Something at work is not as it should be',
      helpText: 'Write what you saw yourself, and when.',
      icon: 'message-circle',
      group: 'Questions and documents',
      workflow: 'service',
      form: [
        { key: 'summary', label: 'What is it about?', isRequired: true },
        { key: 'description', label: 'What happened, where and when?', isRequired: true },
        { key: 'attachment', label: 'Files' },
      ],
    },
  ],
  queues: [
    ...commonQueues,
    queueOfTypes('Coming and going', 'New hire', 'Somebody leaves'),
    queueOfTypes('Leave', 'Request leave'),
    queueOfStatus('Waiting for approval'),
    queueOfStatus('Waiting for customer', 'Waiting for employee'),
    recentlyResolved,
  ],
  slas: commonSlas,
};
