import { Anchor, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../../kit/api/api-error.ts';
import { Empty, QueryState } from '../../../kit/components/states.tsx';
import { useTimeZone } from '../../../kit/components/time.tsx';
import { Note } from '../../../kit/plain/note.tsx';
import { exactTime } from '../../../kit/time.ts';
import type { ProviderInput } from '../provider-queries.ts';
import { previewQuery } from './log-queries.ts';
import { ReplayView } from './replay-view.tsx';

/** What the last sign-in or test of a provider would become under settings that may not be saved yet. */
export function MappingPreview({ providerId, input }: { providerId: string; input: ProviderInput }) {
  const { t, i18n } = useTranslation('admin');
  const timeZone = useTimeZone();
  const [settled] = useDebouncedValue(input, 500);
  const query = useQuery(previewQuery(providerId, settled));
  if (query.error instanceof ApiError && query.error.status === 400) {
    return <Note tone="info">{t('signInLog.preview.invalid')}</Note>;
  }
  if (!query.data) return <QueryState query={query} lines={4} />;
  const { reference, finishedAt, replay } = query.data;
  if (reference === null || finishedAt === null || replay === null) {
    return <Empty title={t('signInLog.preview.empty')}>{t('signInLog.preview.emptyText')}</Empty>;
  }
  const when = exactTime(new Date(finishedAt), i18n.language, timeZone);
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('signInLog.preview.help', { when })}{' '}
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link {...props} to="/admin/sign-in/$id/log/$reference" params={{ id: providerId, reference }} />
          )}
        >
          {t('signInLog.preview.open')}
        </Anchor>
      </Text>
      <ReplayView
        replay={replay}
        titles={{
          succeeded: t('signInLog.preview.succeeded'),
          refused: t('signInLog.preview.refused'),
        }}
      />
    </Stack>
  );
}
