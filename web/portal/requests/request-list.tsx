import { Link } from '@tanstack/react-router';
import { useAccount } from '../../kit/api/session.ts';
import { StatusBadge } from '../../kit/components/status-badge.tsx';
import { Time } from '../../kit/components/time.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { requestPath } from '../paths.ts';
import type { Portal } from '../queries.ts';
import classes from './request-list.module.css';

/** What the list shows of a request. */
interface ListedRequest {
  readonly issueKey: string;
  readonly summary: string;
  readonly serviceDeskId: string;
  readonly createdDate: { readonly iso8601: string };
  readonly reporter: { readonly accountId: string; readonly displayName: string };
  readonly currentStatus: { readonly status: string; readonly statusCategory: string };
}

/**
 * A table where there is room, cards on a phone: one table, restyled, with the roles of a table kept by hand, as a
 * changed display takes them away.
 */
export function RequestList({
  requests,
  portals,
}: {
  requests: readonly ListedRequest[];
  portals: readonly Portal[];
}) {
  const { t } = useTranslation('portal');
  const { accountId } = useAccount();
  const portalNames = new Map(portals.map((portal) => [portal.id, portal.name]));
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: a table that is laid out as blocks loses its roles
    <table className={classes['table']} role="table" aria-label={t('requests.list')}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t('requests.key')}
          </th>
          <th role="columnheader" scope="col">
            {t('requests.summary')}
          </th>
          <th role="columnheader" scope="col">
            {t('requests.status')}
          </th>
          <th role="columnheader" scope="col">
            {t('requests.portal')}
          </th>
          <th role="columnheader" scope="col">
            {t('requests.created')}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {requests.map(({ issueKey, summary, serviceDeskId, createdDate, reporter, currentStatus }) => (
          <tr key={issueKey} role="row">
            <td role="cell" className={classes['key']}>
              {issueKey}
            </td>
            <td role="cell" className={classes['summary']}>
              <Link to={requestPath(serviceDeskId, issueKey)}>{summary}</Link>
            </td>
            <td role="cell" className={classes['status']}>
              <StatusBadge name={currentStatus.status} category={currentStatus.statusCategory} />
            </td>
            <td role="cell" className={classes['portal']}>
              {portalNames.get(serviceDeskId)}
            </td>
            <td role="cell" className={classes['created']}>
              <Time at={createdDate.iso8601} />
              {reporter.accountId !== accountId && (
                <span className={classes['by']}>{t('requests.by', { name: reporter.displayName })}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  );
}
