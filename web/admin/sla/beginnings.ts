import { type EditedSla, newCondition, newGoal } from './edited-sla.ts';
import type { StatusChoice } from './sla-queries.ts';

/** What a new service level can begin with: the usual ones, and one of one's own. */
export const beginnings = ['response', 'resolution', 'waiting', 'own'] as const;
export type Beginning = (typeof beginnings)[number];

/** A new service level. What waits for the customer is known by the name that templates give that status. */
export function begun(beginning: Beginning, name: string, statuses: readonly StatusChoice[]): EditedSla {
  const named = (text: string) =>
    statuses.filter((status) => status.name.toLowerCase() === text).map(({ id }) => id);
  const forCustomer = named('waiting for customer');
  const forSupport = named('waiting for support');
  const shared = { pauses: [], goals: [newGoal(null)], warnings: ['30m'] };
  switch (beginning) {
    case 'response':
      return {
        ...shared,
        name,
        starts: [newCondition('created')],
        stops: [newCondition('comment-by-agent'), newCondition('resolution-set')],
        goals: [{ ...newGoal(null), time: '4h' }],
      };
    case 'resolution':
      return {
        ...shared,
        name,
        starts: [newCondition('created'), newCondition('resolution-cleared')],
        stops: [newCondition('resolution-set')],
        pauses: forCustomer.length > 0 ? [{ ...newCondition('status'), statusIds: forCustomer }] : [],
        goals: [{ ...newGoal(null), time: '24h' }],
      };
    case 'waiting':
      return {
        ...shared,
        name,
        starts: [
          newCondition('created'),
          ...(forSupport.length > 0
            ? [{ ...newCondition('status-entered'), statusIds: forSupport }]
            : [newCondition('comment-by-customer')]),
        ],
        stops: [newCondition('comment-by-agent'), newCondition('resolution-set')],
        goals: [{ ...newGoal(null), time: '4h' }],
      };
    case 'own':
      return {
        ...shared,
        name: '',
        starts: [newCondition('created')],
        stops: [newCondition('resolution-set')],
      };
  }
}
