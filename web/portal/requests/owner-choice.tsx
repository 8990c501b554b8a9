import { useTranslation } from '../../kit/i18n/use-translation.ts';
import classes from './filter-bar.module.css';
import { type Owner, owners, type RequestFilter } from './request-filter.ts';
import type { RequestSources } from './requests-queries.ts';

/** Whose requests; only for who sees requests of others. */
export function OwnerChoice({
  filter: { owner, organization },
  sources,
  onChange,
}: {
  filter: RequestFilter;
  sources: RequestSources | undefined;
  onChange: (change: { owner: Owner | undefined; organization: string | undefined }) => void;
}) {
  const { t } = useTranslation('requests');
  const { organizations = [], participates = false, approves = false } = sources ?? {};
  const isOffered: Record<Exclude<Owner, 'organization'>, boolean> = {
    me: true,
    participant: participates || owner === 'participant',
    approvals: approves || owner === 'approvals',
    answered: approves || owner === 'answered',
  };
  if (!owner && !participates && !approves && organizations.length === 0) return null;
  const isMissing = organization !== undefined && organizations.every(({ id }) => id !== organization);
  return (
    <label className={classes['choice']}>
      <span>{t('owner')}</span>
      <select
        value={organization ? `organization ${organization}` : (owner ?? '')}
        onChange={(event) => {
          const [chosen, id] = event.currentTarget.value.split(' ');
          onChange({ owner: owners.find((one) => one === chosen), organization: id });
        }}
      >
        <option value="">{t('owners.anybody')}</option>
        {(['me', 'participant', 'approvals', 'answered'] as const).map(
          (choice) =>
            isOffered[choice] && (
              <option key={choice} value={choice}>
                {t(`owners.${choice}`)}
              </option>
            ),
        )}
        {(organizations.length > 0 || owner === 'organization') && (
          <optgroup label={t('ofOrganization')}>
            {(organizations.length !== 1 || (owner === 'organization' && !organization)) && (
              <option value="organization">{t('everyOrganization')}</option>
            )}
            {organizations.map(({ id, name }) => (
              <option key={id} value={`organization ${id}`}>
                {name}
              </option>
            ))}
            {isMissing && <option value={`organization ${organization}`}>–</option>}
          </optgroup>
        )}
      </select>
    </label>
  );
}
