import { Anchor, Avatar, Badge, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Time } from '../../kit/components/time.tsx';
import { Cell } from '../lists/responsive-table.tsx';
import type { ListedProvider } from './provider-queries.ts';
import classes from './providers-page.module.css';

/** A provider in the list: what it is, who uses it, and whether it works. */
export function ProviderRow({ provider }: { provider: ListedProvider }) {
  const { t } = useTranslation('admin');
  const { id, name, protocol, logoUrl, shownOn, portalIds, admitsStaff, people, lastSignInAt } = provider;
  return (
    <tr>
      <Cell>
        <Group gap="sm" wrap="nowrap" component="span">
          <Avatar src={logoUrl} alt="" name={name} color="initials" radius="sm" size="sm" />
          <span>
            <Anchor
              fw={600}
              fz="inherit"
              renderRoot={(props) => <Link {...props} to="/admin/sign-in/$id" params={{ id }} />}
            >
              {name}
            </Anchor>
            <span className={classes['second']}>{t(`signIn.${protocol}`)}</span>
          </span>
        </Group>
      </Cell>
      <Cell label={t('providerList.columns.domains')}>
        <Domains claims={provider.domainClaims} />
      </Cell>
      <Cell label={t('providerList.columns.button')}>
        {t(`signIn.buttonOn.${shownOn}`, { count: portalIds.length })}
      </Cell>
      <Cell label={t('providerList.columns.people')}>
        {people === 0 ? (
          <Text span size="sm" c="dimmed">
            0
          </Text>
        ) : (
          <Anchor
            fz="inherit"
            title={t('providerList.openLog', { name })}
            aria-label={`${t('providerList.people', { count: people })}: ${t('providerList.openLog', { name })}`}
            renderRoot={(props) => (
              <Link {...props} to="/admin/sign-in/$id/$tab" params={{ id, tab: 'log' }} />
            )}
          >
            {people}
          </Anchor>
        )}
      </Cell>
      <Cell label={t('providerList.columns.lastSignIn')}>
        {lastSignInAt === null ? (
          <Text span size="sm" c="dimmed">
            {t('providerList.never')}
          </Text>
        ) : (
          <Time at={lastSignInAt} />
        )}
      </Cell>
      <Cell label={t('providerList.columns.test')}>
        <TestState provider={provider} />
      </Cell>
      <Cell label={t('providerList.columns.state')}>
        <Group gap={4} component="span">
          <Badge color={provider.isEnabled ? 'green' : 'gray'} miw="max-content">
            {t(provider.isEnabled ? 'signIn.enabled' : 'signIn.disabled')}
          </Badge>
          {admitsStaff ? (
            <Badge color="orange" miw="max-content">
              {t('signIn.admitsStaff')}
            </Badge>
          ) : null}
        </Group>
      </Cell>
    </tr>
  );
}

const mostDomains = 3;

function Domains({ claims }: { claims: ListedProvider['domainClaims'] }) {
  const { t } = useTranslation('admin');
  if (claims.length === 0) {
    return (
      <Text span size="sm" c="dimmed">
        {t('signIn.noDomains')}
      </Text>
    );
  }
  const shown = claims.length > mostDomains + 1 ? claims.slice(0, mostDomains) : claims;
  return (
    <span>
      {shown.map(({ domain, isVerified }, index) => (
        <span key={domain}>
          {index > 0 ? ', ' : ''}
          {domain}
          {isVerified ? null : (
            <Text span size="sm" c="dimmed">
              {' '}
              ({t('signIn.unverifiedDomain')})
            </Text>
          )}
        </span>
      ))}
      {shown.length < claims.length ? (
        <Text span size="sm" c="dimmed">
          {' '}
          {t('providerList.moreDomains', { count: claims.length - shown.length })}
        </Text>
      ) : null}
    </span>
  );
}

function TestState({ provider: { isComplete, testState, testedAt } }: { provider: ListedProvider }) {
  const { t } = useTranslation('admin');
  const state = isComplete ? testState : 'incomplete';
  const colors = { passed: 'green', stale: 'orange', never: 'gray', incomplete: 'gray' };
  return (
    <span>
      <Badge color={colors[state]} variant={state === 'passed' ? 'light' : 'outline'} miw="max-content">
        {t(`providerList.test.${state}`)}
      </Badge>
      {testedAt !== null && isComplete ? (
        <span className={classes['second']}>
          <Time at={testedAt} />
        </span>
      ) : null}
    </span>
  );
}
