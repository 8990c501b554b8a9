import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { StatusBadge } from '../../kit/components/status-badge.tsx';
import { Time } from '../../kit/components/time.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { requestPath } from '../paths.ts';
import type { ListColumn } from './columns.ts';
import { directionOf, nextOrder } from './orders.ts';
import type { Order } from './request-filter.ts';
import classes from './request-list.module.css';

/** What the list shows of a request. */
interface ListedRequest {
  readonly issueKey: string;
  readonly summary: string;
  readonly serviceDeskId: string;
  readonly serviceDesk?: { readonly _portico: { readonly portalName: string } };
  readonly createdDate: { readonly iso8601: string };
  readonly reporter: { readonly displayName: string };
  readonly currentStatus: { readonly status: string; readonly statusCategory: string };
  readonly _portico: {
    readonly organization: { readonly name: string } | null;
    readonly requestType: { readonly name: string };
    readonly updatedDate: { readonly iso8601: string };
  };
}

const contents: Readonly<Record<ListColumn, (request: ListedRequest) => ReactNode>> = {
  key: ({ issueKey }) => issueKey,
  summary: ({ serviceDeskId, issueKey, summary }) => (
    <Link to={requestPath(serviceDeskId, issueKey)}>{summary}</Link>
  ),
  status: ({ currentStatus }) => (
    <StatusBadge name={currentStatus.status} category={currentStatus.statusCategory} />
  ),
  requestType: ({ _portico }) => _portico.requestType.name,
  portal: ({ serviceDesk }) => serviceDesk?._portico.portalName,
  reporter: ({ reporter }) => reporter.displayName,
  organization: ({ _portico }) => _portico.organization?.name,
  created: ({ createdDate }) => <Time at={createdDate.iso8601} />,
  updated: ({ _portico }) => <Time at={_portico.updatedDate.iso8601} />,
};

interface RequestListProps {
  readonly requests: readonly ListedRequest[];
  readonly columns: readonly ListColumn[];
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
}

/**
 * A table where there is room, cards on a phone: one table, restyled, with the roles of a table kept by hand, as a
 * changed display takes them away.
 */
export function RequestList({ requests, columns, order, onOrder }: RequestListProps) {
  const { t } = useTranslation('requests');
  return (
    <div className={classes['scroll']}>
      {/* biome-ignore-start lint/a11y/noRedundantRoles: a table that is laid out as blocks loses its roles */}
      <table className={classes['table']} role="table" aria-label={t('list')}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column} role="columnheader" scope="col" aria-sort={directionOf(column, order)}>
                <Head column={column} order={order} onOrder={onOrder} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {requests.map((request) => (
            <tr key={request.issueKey} role="row">
              {columns.map((column) => {
                const content = contents[column](request);
                return (
                  <td
                    key={column}
                    role="cell"
                    className={classes[column]}
                    data-label={t(`columns.${column}`)}
                    data-empty={content ? undefined : true}
                  >
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
    </div>
  );
}

function Head({
  column,
  order,
  onOrder,
}: Pick<RequestListProps, 'order' | 'onOrder'> & { column: ListColumn }) {
  const { t } = useTranslation('requests');
  const name = t(`columns.${column}`);
  const next = nextOrder(column, order);
  if (next === null) return name;
  const direction = directionOf(column, order);
  const Arrow = direction === 'ascending' ? IconArrowUp : IconArrowDown;
  return (
    <button
      type="button"
      className={classes['sort']}
      title={t('sortBy', { column: name })}
      data-sorted={direction !== undefined || undefined}
      onClick={() => onOrder(next)}
    >
      {name}
      <Arrow size={14} aria-hidden="true" />
    </button>
  );
}
