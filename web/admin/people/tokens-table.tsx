import { Badge, Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Time } from '../../kit/components/time.tsx';
import { tellDone } from '../../kit/notices.ts';
import { ConfirmAct } from '../forms/confirm-act.tsx';
import { ActionsCell, Cell, ResponsiveTable } from '../lists/responsive-table.tsx';
import { Person } from '../people-picker/person.tsx';
import { tokens as words } from './tokens-en.ts';
import { type ApiToken, revokeToken } from './tokens-queries.ts';

interface TokensTableProps {
  readonly label: string;
  readonly tokens: readonly ApiToken[];
  /** false where all are of the one account that the page is about */
  readonly showsOwner?: boolean;
}

/** API tokens, each to be revoked. */
export function TokensTable({ label, tokens, showsOwner = false }: TokensTableProps) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const [asked, setAsked] = useState<ApiToken | null>(null);
  return (
    <>
      <ResponsiveTable
        label={label}
        columns={[
          ...(showsOwner ? [t('people.tokens.columns.owner')] : []),
          t('people.tokens.columns.token'),
          t('people.tokens.columns.may'),
          t('people.tokens.columns.used'),
          t('people.tokens.columns.expires'),
          '',
        ]}
      >
        {tokens.map((token) => (
          <tr key={token.id}>
            {showsOwner ? <OwnerCell token={token} /> : null}
            <TokenCells token={token} isLead={!showsOwner} />
            <ActionsCell>
              <Button
                size="xs"
                variant="default"
                aria-label={t('people.tokens.revokeLabel', { name: token.name })}
                onClick={() => setAsked(token)}
              >
                {t('people.tokens.revoke')}
              </Button>
            </ActionsCell>
          </tr>
        ))}
      </ResponsiveTable>
      {asked ? (
        <ConfirmAct
          title={t('people.tokens.revokeTitle', { name: asked.name })}
          submit={t('people.tokens.revoke')}
          isDanger
          act={() => revokeToken(asked)}
          onCancel={() => setAsked(null)}
          onDone={() => {
            setAsked(null);
            tellDone(t('people.tokens.revoked', { name: asked.name }));
            void queries.invalidateQueries({ queryKey: ['api-tokens'] });
            void queries.invalidateQueries({ queryKey: ['service-accounts'] });
          }}
        >
          <p>{t('people.tokens.revokeText', { owner: asked.owner.displayName })}</p>
        </ConfirmAct>
      ) : null}
    </>
  );
}

function OwnerCell({ token: { owner } }: { token: ApiToken }) {
  const { t } = useTranslation('admin');
  const detail = owner.isServiceAccount ? t('people.tokens.program') : owner.emailAddress;
  return (
    <Cell>
      <Person name={owner.displayName} detail={detail ?? t('people.noEmail')} />
    </Cell>
  );
}

function TokenCells({ token, isLead }: { token: ApiToken; isLead: boolean }) {
  const { t } = useTranslation('admin');
  const { name, madeBy, scopes, lastUsedAt, lastAddress, expiresAt, isExpired } = token;
  return (
    <>
      <Cell {...(isLead ? {} : { label: t('people.tokens.columns.token') })}>
        <span>
          <Text span fw={600} size="sm">
            {name}
          </Text>
          {madeBy ? (
            <Text size="xs" c="dimmed">
              {t('people.tokens.madeBy', { name: madeBy })}
            </Text>
          ) : null}
        </span>
      </Cell>
      <Cell label={t('people.tokens.columns.may')}>
        <Text span size="sm">
          {scopes.map(scopeWords).join(' · ')}
        </Text>
      </Cell>
      <Cell label={t('people.tokens.columns.used')}>
        <span>
          {lastUsedAt ? (
            <Time at={lastUsedAt} />
          ) : (
            <Text span size="sm" c="dimmed">
              {t('people.tokens.unused')}
            </Text>
          )}
          {lastAddress ? (
            <Text size="xs" c="dimmed">
              {t('people.tokens.from', { address: lastAddress })}
            </Text>
          ) : null}
        </span>
      </Cell>
      <Cell label={t('people.tokens.columns.expires')}>
        {isExpired ? <Badge color="red">{t('people.tokens.expired')}</Badge> : <Time at={expiresAt} />}
      </Cell>
    </>
  );
}

/** A scope in words; one that only a newer server knows, as it is. */
export function scopeWords(scope: string): string {
  return (words.scopes as Readonly<Record<string, string>>)[scope] ?? scope;
}
