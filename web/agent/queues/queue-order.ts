import { useState } from 'react';
import { queryNameOf } from '../request-table/columns.ts';
import type { TableSorting } from '../request-table/request-table.tsx';

/** The order that somebody chose for a queue in this tab, for as long as it lives; null: the queue's own. */
export function orderOf(queueId: string): TableSorting | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(nameOf(queueId)) ?? 'null');
    return isSorting(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** The order of a queue, and what puts it into the order of a column: up, then down, then as the queue is by itself. */
export function useQueueOrder(
  queueId: string,
): [order: TableSorting | null, sortBy: (column: { readonly id: string }) => void] {
  const [order, setOrder] = useState(() => orderOf(queueId));
  return [
    order,
    ({ id }) => {
      const next = nextOrder(order, id);
      setOrder(next);
      remember(queueId, next);
    },
  ];
}

/** The order after the header of a column was pressed. */
export function nextOrder(order: TableSorting | null, columnId: string): TableSorting | null {
  if (order?.columnId !== columnId) return { columnId, direction: 'asc' };
  return order.direction === 'asc' ? { columnId, direction: 'desc' } : null;
}

/** An order as a query says it, after ORDER BY. */
export function orderInQuery({ columnId, direction }: TableSorting): string {
  return `${queryNameOf({ id: columnId })} ${direction.toUpperCase()}`;
}

function isSorting(value: unknown): value is TableSorting {
  const { columnId, direction } = (value ?? {}) as Partial<Record<string, unknown>>;
  return typeof columnId === 'string' && (direction === 'asc' || direction === 'desc');
}

const nameOf = (queueId: string) => `portico.order.${queueId}`;

function remember(queueId: string, order: TableSorting | null): void {
  try {
    if (order) sessionStorage.setItem(nameOf(queueId), JSON.stringify(order));
    else sessionStorage.removeItem(nameOf(queueId));
  } catch {
    // without storage it lasts as long as the queue is shown
  }
}
