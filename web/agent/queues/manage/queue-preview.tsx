import { Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../kit/components/states.tsx';
import { defaultColumnIds } from '../../request-table/columns.ts';
import { RequestTable } from '../../request-table/request-table.tsx';
import { useColumns } from '../../request-table/use-columns.ts';
import { useCursor } from '../../request-table/use-cursor.ts';
import classes from './manage.module.css';
import { previewQuery } from './manage-queries.ts';

interface QueuePreviewProps {
  readonly deskId: string;
  readonly jql: string;
  readonly columns: readonly string[] | null;
}

/** What a queue finds while it is written: how many requests, and the first of them. */
export function QueuePreview({ deskId, jql, columns: ids }: QueuePreviewProps) {
  const { t } = useTranslation('queues');
  const errorText = useErrorText();
  const [asked] = useDebouncedValue(jql, 500);
  const query = useQuery(previewQuery(deskId, asked, ids));
  const { data } = query;
  const values = data?.values ?? [];
  const keys = useMemo(() => (data?.values ?? []).map(({ key }) => key), [data]);
  const columns = useColumns(ids ?? defaultColumnIds);
  const cursor = useCursor(`preview.${deskId}`, keys);
  const isOld = query.isPlaceholderData || asked !== jql;
  return (
    <section aria-labelledby="queue-preview" className={classes['preview']}>
      <Title order={2} size="h5" id="queue-preview">
        {t('preview.title')}
      </Title>
      <Text size="sm" c="dimmed" role="status">
        {words()}
      </Text>
      {values.length > 0 && !query.error ? (
        <div data-old={isOld || undefined} className={classes['previewed']}>
          <RequestTable rows={values} columns={columns} label={t('preview.title')} cursor={cursor} />
        </div>
      ) : null}
    </section>
  );

  function words(): string {
    if (query.error) return errorText(query.error);
    if (!data) return t('preview.counting');
    if (data.problems.length > 0) return t('preview.wrong');
    const count = data.issueCount ?? values.length;
    if (count === 0) return t('preview.none');
    if (count <= values.length) return t('preview.all', { count });
    return t(data.isCapped ? 'preview.firstOfMore' : 'preview.first', { shown: values.length, count });
  }
}
