import type { Order } from './request-filter.ts';

/** Each order's own words. */
export const orderWords = {
  '-created': 'newest',
  created: 'oldest',
  '-updated': 'changedLast',
  updated: 'changedFirst',
  status: 'toDo',
  '-status': 'done',
} as const satisfies Record<Order, string>;

/** What a column that can be sorted by begins with: the newest, and what is open. */
const firstOrders = { created: '-created', updated: '-updated', status: 'status' } as const;

/** The order that a click on a column's head leads to; null: the column is none to sort by. */
export function nextOrder(column: string, order: Order): Order | null {
  const first = column in firstOrders ? firstOrders[column as keyof typeof firstOrders] : null;
  if (first === null || order !== first) return first;
  return first.startsWith('-') ? (first.slice(1) as Order) : `-${first as 'status'}`;
}

/** How a column is sorted, as tables say it; undefined: it is not. */
export function directionOf(column: string, order: Order): 'ascending' | 'descending' | undefined {
  if (order === column) return 'ascending';
  return order === `-${column}` ? 'descending' : undefined;
}
