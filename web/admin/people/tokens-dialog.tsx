import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../../kit/components/states.tsx';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { tokensOfQuery } from './tokens-queries.ts';
import { TokensTable } from './tokens-table.tsx';

interface TokensDialogProps {
  readonly account: { readonly accountId: string; readonly displayName: string };
  readonly onClose: () => void;
}

/** The API tokens of somebody, and revoking them. */
export function TokensDialog({ account: { accountId, displayName: name }, onClose }: TokensDialogProps) {
  const { t } = useTranslation('admin');
  const query = useQuery(tokensOfQuery(accountId));
  const title = t('people.tokens.of', { name });
  return (
    <Dialog onClose={onClose} title={title} size="60rem">
      {!query.data ? (
        <QueryState query={query} lines={3} />
      ) : query.data.length === 0 ? (
        <Text size="sm">{t('people.tokens.noneOf', { name })}</Text>
      ) : (
        <TokensTable label={title} tokens={query.data} />
      )}
    </Dialog>
  );
}
