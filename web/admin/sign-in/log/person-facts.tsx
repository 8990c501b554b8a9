import { useTranslation } from 'react-i18next';
import { Note } from '../../../kit/plain/note.tsx';
import classes from './log.module.css';
import type { Person, Result } from './log-queries.ts';

/** Who the provider says the person is, with everything else that it sent. */
export function PersonFacts({ person }: { person: Person }) {
  const { t } = useTranslation('admin');
  const claims = Object.entries(person.claims);
  return (
    <>
      <dl className={classes['facts']}>
        <dt>{t('signInLog.person.name')}</dt>
        <dd>{person.displayName ?? t('signInLog.person.none')}</dd>
        <dt>{t('signInLog.person.email')}</dt>
        <dd>
          {person.email}
          {person.emailVerified ? null : ` (${t('signInLog.person.unverified')})`}
        </dd>
        <dt>{t('signInLog.person.groups')}</dt>
        <dd>
          <List values={person.groups} none={t('signInLog.person.noGroups')} />
        </dd>
        <dt>{t('signInLog.person.subject')}</dt>
        <dd>{person.subject}</dd>
        <dt>{t('signInLog.person.issuer')}</dt>
        <dd>{person.issuer}</dd>
      </dl>
      {person.groupsAreComplete ? null : <Note tone="info">{t('signInLog.person.incomplete')}</Note>}
      {claims.length === 0 ? null : (
        <details className={classes['more']}>
          <summary>{t('signInLog.person.claims')}</summary>
          <dl className={classes['facts']}>
            {claims.map(([name, value]) => (
              <Claim key={name} name={name} value={value} />
            ))}
          </dl>
        </details>
      )}
    </>
  );
}

function Claim({ name, value }: { name: string; value: unknown }) {
  const values = Array.isArray(value) ? value : [value];
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <List values={values.map(inText)} none="" />
      </dd>
    </>
  );
}

function inText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

/** What the mapping makes of a person: account, organizations, portals. */
export function ResultFacts({ result }: { result: Result }) {
  const { t } = useTranslation('admin');
  const { accountId, displayName: name, email } = result;
  return (
    <dl className={classes['facts']}>
      <dt>{t('signInLog.result.account')}</dt>
      <dd>
        {accountId === null ? t('signInLog.result.newAccount', { name }) : name}
        {email === null ? null : <span className={classes['second']}>{email}</span>}
      </dd>
      <dt>{t('signInLog.result.organizations')}</dt>
      <dd>
        <List
          values={result.organizations.map((organization) => organization.name)}
          none={t('signInLog.result.noOrganizations')}
        />
      </dd>
      <dt>{t('signInLog.result.portals')}</dt>
      <dd>
        <List values={result.portals.map((portal) => portal.name)} none={t('signInLog.result.noPortals')} />
      </dd>
    </dl>
  );
}

function List({ values, none }: { values: readonly string[]; none: string }) {
  if (values.length === 0) return <>{none}</>;
  return (
    <ul className={classes['list']}>
      {values.map((value, index) => (
        <li key={`${index.toString()}-${value}`}>{value}</li>
      ))}
    </ul>
  );
}
