import { Button, List } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../kit/api/api-error.ts';
import { tellDone, tellFailure } from '../../kit/notices.ts';
import { Note } from '../../kit/plain/note.tsx';
import { ConfirmAct } from '../forms/confirm-act.tsx';
import { affectedQuery } from './affected.ts';
import { changeProvider, type Provider } from './provider-queries.ts';
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
  const { id, name, protocol, isEnabled, version } = provider;
  const words = isEnabled ? 'disable' : 'enable';
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
          submit={t(`signIn.${words}.submit`)}
          isDanger={isEnabled}
          act={async () => {
            const changed = await changeProvider(
              id,
              inputOf(protocol, valuesOf(provider), !isEnabled),
              version,
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
        </ConfirmAct>
      ) : null}
    </>
  );
}

function Consequences({ provider }: { provider: Provider }) {
  const { t } = useTranslation('admin');
  const { domains, isEnabled, admitsStaff } = provider;
  const { data } = useQuery({ ...affectedQuery(domains), enabled: domains.length > 0 });
  if (domains.length === 0) return <p>{t('signIn.enable.nobody')}</p>;
  const count = data?.people ?? 0;
  return (
    <>
      <p>{t(isEnabled ? 'signIn.disable.affected' : 'signIn.enable.affected')}</p>
      <List>
        {domains.map((domain) => (
          <List.Item key={domain}>{domain}</List.Item>
        ))}
      </List>
      {data ? (
        <p>
          {t(data.isAtLeast ? 'signIn.peopleAtLeast' : 'signIn.people', { count })}{' '}
          {count === 0
            ? null
            : isEnabled && data.withoutPassword > 0
              ? t('signIn.disable.noPasswords', { count: data.withoutPassword })
              : t(isEnabled ? 'signIn.disable.sessions' : 'signIn.enable.passwords')}
        </p>
      ) : null}
      {!isEnabled && admitsStaff ? <Note tone="error">{t('signIn.enable.staff')}</Note> : null}
    </>
  );
}
