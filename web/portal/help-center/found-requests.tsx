import { Link } from '@tanstack/react-router';
import { StatusBadge } from '../../kit/components/status-badge.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { requestPath, requestsPath } from '../paths.ts';
import classes from './found-requests.module.css';
import type { FoundRequests as Found } from './search-queries.ts';

/** The requests that were found, and the way to all of them. */
export function FoundRequests({
  words,
  portal,
  requests: { values, hasMore },
}: {
  words: string;
  /** of which they are alone */
  portal?: string;
  requests: Found;
}) {
  const { t } = useTranslation('home');
  return (
    <>
      <ul className={classes['list']}>
        {values.map(({ issueKey, summary, serviceDeskId, serviceDesk, currentStatus }) => (
          <li key={issueKey}>
            <Link to={requestPath(serviceDeskId, issueKey)} className={classes['link']}>
              <span className={classes['words']}>
                <strong>{summary}</strong>
                <span>
                  {issueKey}
                  {!portal && serviceDesk && ` · ${serviceDesk._portico.portalName}`}
                </span>
              </span>
              <StatusBadge name={currentStatus.status} category={currentStatus.statusCategory} />
            </Link>
          </li>
        ))}
      </ul>
      {hasMore && (
        <p>
          <Link to={requestsPath} search={{ status: 'all', q: words, ...(portal && { portal }) }}>
            {t('allRequests')}
          </Link>
        </p>
      )}
    </>
  );
}
