import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../kit/components/page-title.tsx';
import classes from './provider-setup-page.module.css';

/** /provider-setup/test-ended/{reference}: where the window of a test ends. The result is for whoever has the link. */
export function TestEndedPage() {
  const { t } = useTranslation('admin');
  const [staysOpen, setStaysOpen] = useState(false);

  function close() {
    window.close();
    // Browsers let a page close a window only when they know that a page opened it.
    setTimeout(() => setStaysOpen(true), 300);
  }

  return (
    <main className={classes['window']}>
      <Stack gap="md">
        <PageTitle title={t('providerSetup.ended.title')} />
        <Text>{t('providerSetup.ended.text')}</Text>
        <Group>
          <Button onClick={close}>{t('providerSetup.ended.close')}</Button>
        </Group>
        {staysOpen ? (
          <Text size="sm" c="dimmed" role="status">
            {t('providerSetup.ended.hint')}
          </Text>
        ) : null}
      </Stack>
    </main>
  );
}
