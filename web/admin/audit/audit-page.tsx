import { Select, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { Empty, QueryState } from '../../kit/components/states.tsx';
import { Button } from '../../kit/plain/button.tsx';
import { ShowMore } from '../lists/show-more.tsx';
import { actionInWords, knownActions } from './actions.ts';
import { AuditEntry } from './audit-entry.tsx';
import classes from './audit-page.module.css';
import { auditQuery } from './audit-queries.ts';

/** The audit log: who did what, from where, and what became of it. */
export function AuditPage() {
  const { t } = useTranslation('admin');
  const [action, setAction] = useState('');
  const [text, setText] = useState('');
  const [query] = useDebouncedValue(text.trim(), 300);
  const list = useInfiniteQuery(auditQuery({ action, query }));
  const events = list.data?.pages.flatMap((page) => page.values);
  return (
    <Stack gap="md">
      <div>
        <PageTitle title={t('audit.title')} />
        <Text c="dimmed" size="sm" maw="44rem">
          {t('audit.help')}
        </Text>
      </div>
      <search className={classes['filters']}>
        <TextInput
          label={t('audit.search')}
          placeholder={t('audit.searchHint')}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          className={classes['text']}
        />
        <Select
          label={t('audit.action')}
          data={knownActions.map((value) => ({ value, label: actionInWords(value) }))}
          value={action === '' ? null : action}
          onChange={(value) => setAction(value ?? '')}
          placeholder={t('audit.allActions')}
          clearable
          searchable
          className={classes['action']}
        />
      </search>
      {!events ? (
        <QueryState query={list} lines={6} />
      ) : events.length === 0 ? (
        <Empty
          title={t('audit.empty.title')}
          action={
            action !== '' || text !== '' ? (
              <Button
                onClick={() => {
                  setAction('');
                  setText('');
                }}
              >
                {t('audit.clear')}
              </Button>
            ) : null
          }
        >
          {t(action !== '' || query !== '' ? 'audit.empty.text' : 'audit.empty.none')}
        </Empty>
      ) : (
        <ol className={classes['list']} aria-busy={list.isPlaceholderData}>
          {events.map((event) => (
            <li key={event.id}>
              <AuditEntry event={event} />
            </li>
          ))}
        </ol>
      )}
      <ShowMore query={list} label={t('audit.more')} />
    </Stack>
  );
}
