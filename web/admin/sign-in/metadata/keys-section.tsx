import { Anchor, Badge, Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryState, useErrorText } from '../../../kit/components/states.tsx';
import { tellDone, tellFailure } from '../../../kit/notices.ts';
import { ConfirmAct } from '../../forms/confirm-act.tsx';
import { Cell, ResponsiveTable } from '../../lists/responsive-table.tsx';
import classes from './metadata.module.css';
import {
  activateKey,
  dropPreviousKey,
  keysQuery,
  type ProviderKey,
  readAnew,
  rotateKey,
} from './metadata-queries.ts';
import { Section } from './section.tsx';
import { Validity } from './validity.tsx';

const colors = { active: 'green', next: 'blue', previous: 'gray' } as const;

/** Our own keys at the provider, and the three steps with which they are replaced without anybody being locked out. */
export function KeysSection({ providerId }: { providerId: string }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const query = useQuery(keysQuery(providerId));
  const [asked, setAsked] = useState<'activate' | 'drop' | null>(null);
  const keys = query.data;
  async function show(): Promise<void> {
    await queries.invalidateQueries({ queryKey: keysQuery(providerId).queryKey });
    await readAnew(queries, providerId);
  }
  const rotate = useMutation({
    mutationFn: () => rotateKey(providerId),
    async onSuccess() {
      tellDone(t('metadata.keys.rotated'));
      await show();
    },
    onError: (error) => tellFailure(t('metadata.keys.rotate'), errorText(error)),
  });
  const has = (state: ProviderKey['state']) => keys?.some((key) => key.state === state) ?? false;
  return (
    <Section title={t('metadata.keys.title')} help={t('metadata.keys.help')}>
      {keys ? <KeyTable keys={keys} /> : <QueryState query={query} lines={3} />}
      {keys ? (
        <Group gap="xs">
          {has('next') ? (
            <Button onClick={() => setAsked('activate')}>{t('metadata.keys.activate')}</Button>
          ) : (
            <Button variant="default" loading={rotate.isPending} onClick={() => rotate.mutate()}>
              {t('metadata.keys.rotate')}
            </Button>
          )}
          {has('previous') ? (
            <Button variant="default" onClick={() => setAsked('drop')}>
              {t('metadata.keys.drop')}
            </Button>
          ) : null}
        </Group>
      ) : null}
      <Text size="sm" c="dimmed" maw="44rem">
        {t('metadata.keys.rotateHelp')}
      </Text>
      {asked ? (
        <ConfirmAct
          title={t(`metadata.keys.${asked}Title`)}
          submit={t(`metadata.keys.${asked}`)}
          isDanger
          act={async () => {
            await (asked === 'activate' ? activateKey(providerId) : dropPreviousKey(providerId));
            await show();
          }}
          onCancel={() => setAsked(null)}
          onDone={() => {
            setAsked(null);
            tellDone(t(asked === 'activate' ? 'metadata.keys.activated' : 'metadata.keys.dropped'));
          }}
        >
          <p>{t(`metadata.keys.${asked}Text`)}</p>
        </ConfirmAct>
      ) : null}
    </Section>
  );
}

function KeyTable({ keys }: { keys: readonly ProviderKey[] }) {
  const { t } = useTranslation('admin');
  const columns = {
    state: t('metadata.keys.columns.state'),
    expiry: t('metadata.keys.columns.expiry'),
    fingerprint: t('metadata.keys.columns.fingerprint'),
  };
  return (
    <ResponsiveTable label={t('metadata.keys.title')} columns={Object.values(columns)}>
      {keys.map(({ keyId, state, validUntil, fingerprint, certificate }) => (
        <tr key={keyId}>
          <Cell>
            <Badge color={colors[state]}>{t(`metadata.keys.state.${state}`)}</Badge>
            <span className={classes['second']}>{t(`metadata.keys.stateHelp.${state}`)}</span>
          </Cell>
          <Cell label={columns.expiry}>
            <Validity notAfter={validUntil} />
          </Cell>
          <Cell label={columns.fingerprint}>
            <span className={classes['fingerprint']}>{fingerprint}</span>
            <span className={classes['second']}>
              <Anchor
                href={`data:application/x-pem-file,${encodeURIComponent(certificate)}`}
                download={`portico-${state}.pem`}
                fz="inherit"
                underline="always"
              >
                {t('metadata.keys.download')}
              </Anchor>
            </span>
          </Cell>
        </tr>
      ))}
    </ResponsiveTable>
  );
}
