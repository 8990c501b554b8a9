import { Button, Checkbox, List } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../kit/api/api-error.ts';
import { tellDone, tellFailure } from '../../kit/notices.ts';
import { Note } from '../../kit/plain/note.tsx';
import { ConfirmAct } from '../forms/confirm-act.tsx';
import { affectedQuery } from './affected.ts';
import { Dependants } from './dependants.tsx';
import { useLockOutConsent } from './lock-out.ts';
import { changeProvider, dependantsQuery, type Provider } from './provider-queries.ts';
import { inputOf, valuesOf } from './provider-values.ts';

interface EnableProviderProps {
  readonly provider: Provider;
  /** the form has changes that are not saved */
  readonly isBlocked: boolean;
  readonly onChanged: (provider: Provider) => void;
  readonly onStale: (message: string) => void;
}

/** Enables or disables a provider, after saying who is affected and how. */
export function EnableProvider({ provider, isBlocked, onChanged, onStale }: EnableProviderProps) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const [isAsking, asking] = useDisclosure(false);
  const { id, name, isEnabled, version } = provider;
  const words = isEnabled ? 'disable' : 'enable';
  const consent = useLockOutConsent();
  const { data: dependants } = useQuery({ ...dependantsQuery(id), enabled: isAsking && isEnabled });
  // the dialog says which portals are lost: who confirms it has read that
  const signedIn = dependants?.signedIn ?? 0;
  const [endsSessions, setEndsSessions] = useState(false);
  const isTold = isEnabled && (dependants?.onlyWayInto.length ?? 0) > 0;
  return (
    <>
      <Button
        variant={isEnabled ? 'default' : 'filled'}
        onClick={() => {
          if (isBlocked) tellFailure(t('signIn.toggleFailed'), t('signIn.unsavedToggle'));
          else asking.open();
        }}
      >
        {t(`signIn.${words}.action`)}
      </Button>
      {isAsking ? (
        <ConfirmAct
          title={t(`signIn.${words}.title`, { name })}
          submit={t(isTold || consent.isTold ? 'lockOut.goOn' : `signIn.${words}.submit`)}
          isDanger={isEnabled}
          act={async () => {
            const input = inputOf({ ...provider, isEnabled: !isEnabled }, valuesOf(provider));
            const changed = await consent.attempt((isConfirmed) =>
              changeProvider(id, input, version, {
                confirmsLockOut: isConfirmed || isTold,
                endsSessions: isEnabled && endsSessions,
              }),
            );
            onChanged(changed);
            await queries.invalidateQueries({ queryKey: ['identity-providers'] });
          }}
          onCancel={asking.close}
          onDone={() => {
            asking.close();
            tellDone(t(`signIn.${words}.done`, { name }));
          }}
          advice={(error) => {
            if (!(error instanceof ApiError) || error.status !== 409 || error.errorMessages.length === 0)
              return null;
            onStale(error.errorMessages.join(' '));
            return null;
          }}
        >
          <Consequences provider={provider} />
          {isEnabled ? <Dependants providerId={id} /> : null}
          {isEnabled && signedIn > 0 ? (
            <Checkbox
              label={t('lockOut.endsSessions', { count: signedIn })}
              description={t('lockOut.endsSessionsHelp')}
              checked={endsSessions}
              onChange={(event) => setEndsSessions(event.currentTarget.checked)}
            />
          ) : null}
        </ConfirmAct>
      ) : null}
    </>
  );
}

function Consequences({ provider }: { provider: Provider }) {
  const { t } = useTranslation('admin');
  const { isEnabled, admitsStaff, admits, domainClaims } = provider;
  const domains = domainClaims.filter(({ isVerified }) => isVerified).map(({ domain }) => domain);
  const { data } = useQuery({ ...affectedQuery(domains), enabled: domains.length > 0 });
  const count = data?.people ?? 0;
  return (
    <>
      {isEnabled ? null : <Doubts provider={provider} />}
      {domains.length === 0 ? (
        <p>{t(isEnabled ? 'signIn.disable.noDomains' : 'signIn.enable.nobody')}</p>
      ) : (
        <>
          <p>{t(isEnabled ? 'signIn.disable.affected' : 'signIn.enable.affected')}</p>
          <List>
            {domains.map((domain) => (
              <List.Item key={domain}>{domain}</List.Item>
            ))}
          </List>
        </>
      )}
      {data && domains.length > 0 ? (
        <p>
          {t(data.isAtLeast ? 'signIn.peopleAtLeast' : 'signIn.people', { count })}{' '}
          {count === 0
            ? null
            : isEnabled && data.withoutPassword > 0
              ? t('signIn.disable.noPasswords', { count: data.withoutPassword })
              : t(isEnabled ? 'signIn.disable.sessions' : 'signIn.enable.passwords')}
        </p>
      ) : null}
      {admits === 'all' ? <p>{t(isEnabled ? 'signIn.disable.all' : 'signIn.enable.all')}</p> : null}
      {!isEnabled && admitsStaff ? <Note tone="error">{t('signIn.enable.staff')}</Note> : null}
    </>
  );
}

/** What speaks against enabling it now. */
function Doubts({ provider }: { provider: Provider }) {
  const { t } = useTranslation('admin');
  const { isComplete, isTested, testedAt, domainClaims, admits, saml } = provider;
  const doubts = [
    !isComplete && t('signIn.enable.incomplete'),
    isComplete && !isTested && t(testedAt === null ? 'signIn.enable.untested' : 'signIn.enable.testStale'),
    admits !== 'all' && domainClaims.every(({ isVerified }) => !isVerified) && t('signIn.enable.unverified'),
    saml && !saml.metadataUrl && t('signIn.enable.noMetadata'),
  ].filter((doubt) => typeof doubt === 'string');
  if (doubts.length === 0) return null;
  return (
    <Note tone="error" title={t('signIn.enable.doubts')}>
      <List size="sm">
        {doubts.map((doubt) => (
          <List.Item key={doubt}>{doubt}</List.Item>
        ))}
      </List>
    </Note>
  );
}
