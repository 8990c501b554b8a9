import { ActionIcon, Button, Group, Text, TextInput } from '@mantine/core';
import { IconPencil, IconPlus, IconSearch, IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, QueryState } from '../../kit/components/states.tsx';
import { StatusBadge } from '../../kit/components/status-badge.tsx';
import { tellDone } from '../../kit/notices.ts';
import { ConfirmAct } from '../forms/confirm-act.tsx';
import { ActionsCell, Cell, ResponsiveTable } from '../lists/responsive-table.tsx';
import { StatusDialog } from './status-dialog.tsx';
import { deleteStatus, type Status, statusesQuery } from './workflow-queries.ts';
import { WorkflowsFrame } from './workflows-frame.tsx';

/** All statuses that workflows choose among. */
export function StatusesPage() {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const query = useQuery(statusesQuery);
  const [text, setText] = useState('');
  const [edited, setEdited] = useState<Status | 'new' | null>(null);
  const [deleted, setDeleted] = useState<Status | null>(null);
  const wanted = text.trim().toLowerCase();
  const shown = query.data?.filter(({ name, customerName }) =>
    `${name} ${customerName ?? ''}`.toLowerCase().includes(wanted),
  );
  return (
    <WorkflowsFrame>
      <Group justify="space-between" align="flex-start">
        <Text size="sm" c="dimmed" flex="1 1 16rem">
          {t('workflows.status.intro')}
        </Text>
        <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setEdited('new')}>
          {t('workflows.status.create')}
        </Button>
      </Group>
      <TextInput
        type="search"
        size="sm"
        aria-label={t('workflows.status.search')}
        placeholder={t('workflows.status.search')}
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {!shown ? (
        <QueryState query={query} lines={6} />
      ) : shown.length === 0 ? (
        <Empty title={t('workflows.status.noMatch')}>{t('workflows.status.noMatchText')}</Empty>
      ) : (
        <ResponsiveTable
          label={t('workflows.tabs.statuses')}
          columns={[
            t('workflows.status.columns.name'),
            t('workflows.status.columns.category'),
            t('workflows.status.columns.customer'),
            t('workflows.status.columns.workflows'),
            '',
          ]}
        >
          {shown.map((status) => (
            <tr key={status.id}>
              <Cell>
                <div style={{ overflowWrap: 'anywhere' }}>
                  <StatusBadge name={status.name} category={status.category} />
                  {status.description === '' ? null : (
                    <Text size="xs" c="dimmed" lineClamp={2}>
                      {status.description}
                    </Text>
                  )}
                </div>
              </Cell>
              <Cell label={t('workflows.status.columns.category')}>
                {t(`workflows.status.categories.${status.category}`)}
              </Cell>
              <Cell label={t('workflows.status.columns.customer')}>
                {status.customerName ?? (
                  <Text span fz="inherit" c="dimmed">
                    {t('workflows.status.asName')}
                  </Text>
                )}
              </Cell>
              <Cell label={t('workflows.status.columns.workflows')}>
                {status.workflows.length === 0 ? (
                  <Text span fz="inherit" c="dimmed">
                    {t('workflows.status.none')}
                  </Text>
                ) : (
                  status.workflows.map(({ name }) => name).join(', ')
                )}
              </Cell>
              <ActionsCell>
                <Group gap={4} wrap="nowrap" justify="flex-end">
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="lg"
                    aria-label={t('workflows.status.change', { name: status.name })}
                    title={t('workflows.status.change', { name: status.name })}
                    onClick={() => setEdited(status)}
                  >
                    <IconPencil size={18} aria-hidden="true" />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="lg"
                    aria-label={t('workflows.status.remove', { name: status.name })}
                    title={t('workflows.status.remove', { name: status.name })}
                    onClick={() => setDeleted(status)}
                  >
                    <IconTrash size={18} aria-hidden="true" />
                  </ActionIcon>
                </Group>
              </ActionsCell>
            </tr>
          ))}
        </ResponsiveTable>
      )}
      {edited === null ? null : (
        <StatusDialog
          status={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
          onSaved={() => setEdited(null)}
        />
      )}
      {deleted ? (
        <ConfirmAct
          title={t('workflows.status.removeTitle', { name: deleted.name })}
          submit={t('workflows.status.removeAction')}
          isDanger
          act={() => deleteStatus(deleted.id)}
          onCancel={() => setDeleted(null)}
          onDone={() => {
            tellDone(t('workflows.status.removed', { name: deleted.name }));
            setDeleted(null);
            void queries.invalidateQueries({ queryKey: statusesQuery.queryKey });
          }}
        >
          <p>{t('workflows.status.removeText')}</p>
        </ConfirmAct>
      ) : null}
    </WorkflowsFrame>
  );
}
