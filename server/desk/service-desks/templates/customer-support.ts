import { commonQueues, queueOfStatus, recentlyResolved } from './queues.ts';
import { commonSlas } from './slas.ts';
import type { DeskTemplate } from './template.ts';
import { canceled, inProgress, resolved, serviceTransitions, waitingForCustomer } from './workflows.ts';

const waiting = 'Waiting for support';

/** For companies that help the people who buy from them. */
export const customerSupport: DeskTemplate = {
  key: 'customer-support',
  name: 'Customer support',
  description: 'Help the people and companies that buy from you: problems, questions, access and changes.',
  workflows: {
    support: {
      name: 'Customer support',
      description: '',
      statuses: [{ name: waiting, category: 'new' }, inProgress, waitingForCustomer, resolved, canceled],
      transitions: serviceTransitions(waiting, { ask: 'Ask the customer', back: 'Back to support' }),
    },
  },
  requestTypes: [
    {
      name: 'Report a problem',
      description: 'Something does not work as it should',
      helpText: 'The more we know, the sooner we can help. A screenshot often says it all.',
      icon: 'alert-triangle',
      group: 'Common requests',
      workflow: 'support',
      form: [
        { key: 'summary', label: 'What is the problem?', helpText: 'In one line', isRequired: true },
        {
          key: 'description',
          label: 'What happens, and what did you expect?',
          helpText: 'Tell us what you did before, and any error message word for word',
          isRequired: true,
        },
        { key: 'customer-support.impact', label: 'Who is affected?', isRequired: true },
        { key: 'attachment', label: 'Screenshots or files' },
      ],
    },
    {
      name: 'Ask a question',
      description: 'How do I …? Where do I find …?',
      helpText: 'Ask us anything about the product or your contract.',
      icon: 'help',
      group: 'Common requests',
      workflow: 'support',
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
      workflow: 'support',
      form: [
        {
          key: 'summary',
          label: 'Who needs access to what?',
          helpText: 'For example: Read access to Reports for Kim Miller',
          isRequired: true,
        },
        { key: 'customer-support.system', label: 'System or project', isRequired: true },
        { key: 'customer-support.accessLevel', label: 'Level of access', isRequired: true },
        {
          key: 'customer-support.neededFrom',
          label: 'Needed from',
          helpText: 'Leave empty for as soon as possible',
        },
        { key: 'customer-support.reason', label: 'What is it needed for?', isRequired: true },
        { key: 'attachment', label: 'Approvals or other files' },
      ],
    },
    {
      name: 'Order a change',
      description: 'More licenses, another setting, something new',
      helpText: 'We answer with what it costs and when it can be done, before anything is changed.',
      icon: 'tool',
      group: 'Access and changes',
      workflow: 'support',
      form: [
        { key: 'summary', label: 'What shall be changed?', isRequired: true },
        { key: 'description', label: 'Describe the change', isRequired: true },
        { key: 'customer-support.kindOfChange', label: 'Kind of change' },
        { key: 'customer-support.quantity', label: 'How many?', helpText: 'Licenses, devices, seats …' },
        { key: 'customer-support.neededFrom', label: 'Wanted by' },
        { key: 'customer-support.reason', label: 'Why is it needed?' },
        { key: 'attachment', label: 'Offers or other files' },
      ],
    },
  ],
  queues: [...commonQueues, queueOfStatus('Waiting for customer'), recentlyResolved],
  slas: commonSlas,
};
