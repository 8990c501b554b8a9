import { lazy, Suspense } from 'react';
import { Time } from '../../kit/components/time.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { addFieldStrings } from '../../kit/request-form/fields/words.ts';
import { addBesideStrings } from './beside/strings.ts';
import { Detail } from './detail.tsx';
import classes from './request-details.module.css';
import type { CustomerRequest } from './request-queries.ts';

// loaded after the conversation can be read
const FilledIn = lazy(async () => ({ default: (await import('./filled-in.tsx')).FilledIn }));
const People = lazy(async () => {
  const [{ People: component }] = await Promise.all([
    import('./beside/people.tsx'),
    addBesideStrings(),
    addFieldStrings(),
  ]);
  return { default: component };
});

/** Beside the conversation: where the request stood when, and what was filled in. */
export function RequestDetails({ request }: { request: CustomerRequest }) {
  const { t } = useTranslation('request');
  const { reporter, requestType, createdDate, _portico } = request;
  const history = request.status?.values ?? [request.currentStatus];
  return (
    <aside className={classes['details']}>
      <section aria-labelledby="history">
        <h2 id="history">{t('history')}</h2>
        <ol className={classes['history']}>
          {history.map(({ status, statusDate, statusCategory }, index) => (
            <li
              key={`${statusDate.epochMillis} ${status}`}
              data-category={statusCategory}
              {...(index === 0 && { 'aria-current': 'step' as const })}
            >
              <span>{status}</span>
              <Time at={statusDate.iso8601} />
            </li>
          ))}
        </ol>
      </section>
      <Suspense>
        <People request={request} />
      </Suspense>
      <section aria-labelledby="details">
        <h2 id="details">{t('details')}</h2>
        <dl className={classes['fields']}>
          {requestType && <Detail label={t('type')}>{requestType.name}</Detail>}
          <Detail label={t('raisedBy')}>{reporter.displayName}</Detail>
          {_portico.organization && <Detail label={t('organization')}>{_portico.organization.name}</Detail>}
          <Detail label={t('raisedAt')}>
            <Time at={createdDate.iso8601} />
          </Detail>
        </dl>
        <Suspense>
          <FilledIn request={request} />
        </Suspense>
      </section>
    </aside>
  );
}
