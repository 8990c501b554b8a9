import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, QueryState } from '../components/states.tsx';
import { Time } from '../components/time.tsx';
import { type CannedResponse, cannedResponsesQuery } from './canned-queries.ts';
import { CannedResponseDialog } from './canned-response-dialog.tsx';
import classes from './canned-responses.module.css';

/** All canned responses of a desk, to find, write and change them. */
export function CannedResponses({ deskId, title }: { deskId: string; title?: ReactNode }) {
  const { t } = useTranslation('canned');
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 250);
  const list = useInfiniteQuery(cannedResponsesQuery(deskId, search));
  const responses = list.data?.pages.flatMap(({ values }) => values);
  const [edited, setEdited] = useState<CannedResponse | 'new' | null>(null);
  return (
    <Stack gap="md">
      <Group justify="space-between">
        {title ?? <span />}
        <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setEdited('new')}>
          {t('new')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('text')}
      </Text>
      <TextInput
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        maw="26rem"
      />
      {!responses ? (
        <QueryState query={list} lines={5} />
      ) : responses.length > 0 ? (
        <ul className={classes['list']} aria-label={t('of')}>
          {responses.map((response) => (
            <Row key={response.id} response={response} onEdit={() => setEdited(response)} />
          ))}
        </ul>
      ) : search === '' ? (
        <Empty title={t('empty.title')}>{t('empty.text')}</Empty>
      ) : (
        <Empty title={t('noMatch', { text: search })} />
      )}
      {list.hasNextPage ? (
        <Group justify="center">
          <Button
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('showMore')}
          </Button>
        </Group>
      ) : null}
      {edited ? (
        <CannedResponseDialog
          deskId={deskId}
          response={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      ) : null}
    </Stack>
  );
}

function Row({ response, onEdit }: { response: CannedResponse; onEdit: () => void }) {
  const { t } = useTranslation('canned');
  const { name, text, usedCount, updatedBy, updatedDate } = response;
  return (
    <li className={classes['row']}>
      <span className={classes['words']}>
        <button type="button" className={classes['open']} onClick={onEdit} aria-label={t('edit', { name })}>
          {name}
        </button>
        <span className={classes['text']}>{text}</span>
      </span>
      <span className={classes['facts']}>
        <span>{usedCount === 0 ? t('unused') : t('used', { count: usedCount })}</span>
        <span>
          <Time at={updatedDate.iso8601} /> {updatedBy ? t('by', { name: updatedBy.displayName }) : null}
        </span>
      </span>
    </li>
  );
}
