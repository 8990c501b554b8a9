import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../../kit/components/page-title.tsx';
import { QueryState } from '../../../kit/components/states.tsx';
import { Note } from '../../../kit/plain/note.tsx';
import { EntryView } from '../log/entry-view.tsx';
import classes from '../log/log.module.css';
import { entryQuery } from '../log/log-queries.ts';

/** /admin/sign-in/{id}/tests/{reference}: where the window of a test ends. */
export function TestResultPage() {
  const { t } = useTranslation('admin');
  const { id = '', reference = '' } = useParams({ strict: false });
  const query = useQuery(entryQuery(id, reference));
  const [staysOpen, setStaysOpen] = useState(false);

  function close() {
    window.close();
    // Browsers let a page close a window only when they know that a page opened it.
    setTimeout(() => setStaysOpen(true), 300);
  }

  return (
    <main className={classes['window']}>
      <Stack gap="lg">
        <PageTitle title={t('signInLog.tests.windowTitle')} />
        {query.data ? (
          <EntryView entry={query.data} />
        ) : query.data === null ? (
          <Note tone="info">{t('signInLog.tests.notYet')}</Note>
        ) : (
          <QueryState query={query} lines={8} />
        )}
        <Group gap="md">
          <Button onClick={close}>{t('signInLog.tests.close')}</Button>
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link {...props} to="/admin/sign-in/$id/log/$reference" params={{ id, reference }} />
            )}
          >
            {t('signInLog.tests.openEntry')}
          </Anchor>
        </Group>
        {staysOpen ? (
          <Text size="sm" c="dimmed" role="status">
            {t('signInLog.tests.closeHint')}
          </Text>
        ) : null}
      </Stack>
    </main>
  );
}
