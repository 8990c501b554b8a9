import { Anchor } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../../kit/api/api-error.ts';
import { Empty, QueryState } from '../../../kit/components/states.tsx';
import { useTimeZone } from '../../../kit/components/time.tsx';
import { Note } from '../../../kit/plain/note.tsx';
import { exactTime } from '../../../kit/time.ts';
import { Section } from '../metadata/section.tsx';
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
    return (
      <Section title={t('signInLog.preview.title')}>
        <Note tone="info">{t('signInLog.preview.invalid')}</Note>
      </Section>
    );
  }
  if (!query.data) {
    return (
      <Section title={t('signInLog.preview.title')}>
        <QueryState query={query} lines={4} />
      </Section>
    );
  }
  const { reference, finishedAt, replay } = query.data;
  if (reference === null || finishedAt === null || replay === null) {
    return (
      <Section title={t('signInLog.preview.title')}>
        <Empty title={t('signInLog.preview.empty')}>{t('signInLog.preview.emptyText')}</Empty>
      </Section>
    );
  }
  const when = exactTime(new Date(finishedAt), i18n.language, timeZone);
  return (
    <Section title={t('signInLog.preview.title')} help={t('signInLog.preview.help', { when })}>
      <ReplayView
        replay={replay}
        titles={{
          succeeded: t('signInLog.preview.succeeded'),
          refused: t('signInLog.preview.refused'),
        }}
      />
      <Anchor
        size="sm"
        renderRoot={(props) => (
          <Link {...props} to="/admin/sign-in/$id/log/$reference" params={{ id: providerId, reference }} />
        )}
      >
        {t('signInLog.preview.open')}
      </Anchor>
    </Section>
  );
}
