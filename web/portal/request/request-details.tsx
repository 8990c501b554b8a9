import type { ReactNode } from 'react';
import { Time, useTimeZone } from '../../kit/components/time.tsx';
import { FieldValue } from '../../kit/field-values/field-value.tsx';
import { bySection } from '../../kit/field-values/sections.ts';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { otherValues } from './form-values.ts';
import classes from './request-details.module.css';
import type { CustomerRequest } from './request-queries.ts';

/** Beside the conversation: where the request stood when, and what was filled in. */
export function RequestDetails({ request }: { request: CustomerRequest }) {
  const { t, language } = useTranslation('portal');
  const { reporter, requestType, createdDate, _portico } = request;
  const timeZone = useTimeZone();
  const parts = bySection(otherValues(request, { language, timeZone }));
  const history = request.status?.values ?? [request.currentStatus];
  return (
    <aside className={classes['details']}>
      <section aria-labelledby="history">
        <h2 id="history">{t('request.history')}</h2>
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
      <section aria-labelledby="details">
        <h2 id="details">{t('request.details')}</h2>
        <dl className={classes['fields']}>
          {requestType && <Detail label={t('request.type')}>{requestType.name}</Detail>}
          <Detail label={t('request.raisedBy')}>{reporter.displayName}</Detail>
          {_portico.organization && (
            <Detail label={t('request.organization')}>{_portico.organization.name}</Detail>
          )}
          <Detail label={t('request.raisedAt')}>
            <Time at={createdDate.iso8601} />
          </Detail>
        </dl>
        {parts.map(({ section, values }) => (
          <div key={`${section?.id} ${values[0]?.fieldId}`} className={classes['part']}>
            {section && <h3>{section.title}</h3>}
            <dl className={classes['fields']}>
              {values.map(({ fieldId, label, type, value }) => (
                <Detail key={fieldId} label={label}>
                  <FieldValue type={type} value={value} />
                </Detail>
              ))}
            </dl>
          </div>
        ))}
      </section>
    </aside>
  );
}

function Detail({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
