import type { StatusTemplate, TransitionTemplate, WorkflowTemplate } from './template.ts';

/** What workflows of several templates have in common. */

export const inProgress: StatusTemplate = { name: 'In progress', category: 'indeterminate' };
export const waitingForCustomer: StatusTemplate = {
  name: 'Waiting for customer',
  category: 'indeterminate',
  customerName: 'Waiting for your reply',
};
export const resolved: StatusTemplate = { name: 'Resolved', category: 'done' };
export const canceled: StatusTemplate = { name: 'Canceled', category: 'done' };
const waitingForApproval = 'Waiting for approval';
const declined: StatusTemplate = { name: 'Declined', category: 'done' };

/**
 *   waiting → In progress ⇄ Waiting for customer   the open ones; a customer's answer leads back to the first
 *   any open one → Resolved                        by agents
 *   any open one → Canceled                        by customers too
 *   Resolved, Canceled → waiting                   reopened, by customers too
 *
 * @param others further open statuses
 */
export function serviceTransitions(
  waiting: string,
  words: { readonly back: string; readonly ask: string },
  others: readonly string[] = [],
): TransitionTemplate[] {
  const open = [waiting, inProgress.name, waitingForCustomer.name, ...others];
  return [
    { name: 'Start work', from: [waiting, waitingForCustomer.name, ...others], to: inProgress.name },
    { name: words.ask, from: [waiting, inProgress.name, ...others], to: waitingForCustomer.name },
    { name: words.back, from: [waitingForCustomer.name], to: waiting, happensOnCustomerComment: true },
    { name: 'Stop work', from: [inProgress.name], to: waiting },
    { name: 'Resolve', from: open, to: resolved.name, resolution: 'Done' },
    {
      name: 'Cancel request',
      from: open,
      to: canceled.name,
      resolution: 'Canceled',
      isShownToCustomers: true,
    },
    { name: 'Reopen', from: [resolved.name, canceled.name], to: waiting, isShownToCustomers: true },
  ];
}

/**
 * A workflow that begins with an approval by whoever is named in the field "Approvers": agreed, it goes on as `workflow` does;
 * declined, it ends, and customers may ask again.
 */
export function withApproval(
  workflow: WorkflowTemplate,
  { name, description }: { readonly name: string; readonly description: string },
): WorkflowTemplate {
  const [first] = workflow.statuses;
  if (!first) throw new Error(`The workflow "${workflow.name}" has no status`);
  return {
    name,
    description,
    statuses: [
      {
        name: waitingForApproval,
        category: 'new',
        approval: { approvers: 'approvers', approve: 'Approve', decline: 'Decline' },
      },
      ...workflow.statuses,
      declined,
    ],
    transitions: [
      { name: 'Approve', from: [waitingForApproval], to: first.name },
      { name: 'Decline', from: [waitingForApproval], to: declined.name, resolution: 'Declined' },
      { name: 'Ask again', from: [declined.name], to: waitingForApproval, isShownToCustomers: true },
      ...workflow.transitions.map((transition) =>
        transition.to === canceled.name
          ? { ...transition, from: [waitingForApproval, ...transition.from] }
          : transition,
      ),
    ],
  };
}
