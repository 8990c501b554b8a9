import { Anchor, Badge, Button, Group, Text, TextInput } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { Empty, QueryState } from '../../kit/components/states.tsx';
import { Cell, ResponsiveTable } from '../lists/responsive-table.tsx';
import { ShowMore } from '../lists/show-more.tsx';
import { NewWorkflow } from './new-workflow.tsx';
import { workflowsQuery } from './workflow-queries.ts';
import { WorkflowsFrame } from './workflows-frame.tsx';

/** All workflows, and the way to a new one. */
export function WorkflowsPage() {
  const { t } = useTranslation('admin');
  const { isAdministrator } = useAccount();
  const [text, setText] = useState('');
  const [query] = useDebouncedValue(text.trim(), 200);
  const list = useInfiniteQuery(workflowsQuery(query));
  const workflows = list.data?.pages.flatMap((page) => page.values);
  const [isCreating, creating] = useDisclosure(false);
  return (
    <WorkflowsFrame>
      <Group justify="space-between" align="flex-start">
        <Text size="sm" c="dimmed" flex="1 1 20rem">
          {t('workflows.intro')}
        </Text>
        {isAdministrator ? (
          <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={creating.open}>
            {t('workflows.create')}
          </Button>
        ) : null}
      </Group>
      <TextInput
        type="search"
        size="sm"
        aria-label={t('workflows.search')}
        placeholder={t('workflows.search')}
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {!workflows ? (
        <QueryState query={list} lines={4} />
      ) : workflows.length === 0 ? (
        query === '' ? (
          <Empty title={t('workflows.empty.title')}>{t('workflows.empty.text')}</Empty>
        ) : (
          <Empty title={t('workflows.empty.none')}>{t('workflows.empty.noneText')}</Empty>
        )
      ) : (
        <ResponsiveTable
          label={t('workflows.title')}
          columns={[t('workflows.columns.name'), t('workflows.columns.size'), t('workflows.columns.uses')]}
        >
          {workflows.map((workflow) => (
            <tr key={workflow.id}>
              <Cell>
                <div style={{ overflowWrap: 'anywhere' }}>
                  <Group gap="xs">
                    <Anchor
                      fw={600}
                      fz="inherit"
                      renderRoot={(props) => (
                        <Link {...props} to="/admin/workflows/$id" params={{ id: workflow.id }} />
                      )}
                    >
                      {workflow.name}
                    </Anchor>
                    {workflow.hasDraft ? <Badge color="yellow">{t('workflows.hasDraft')}</Badge> : null}
                  </Group>
                  {workflow.description === '' ? null : (
                    <Text size="xs" c="dimmed" lineClamp={2}>
                      {workflow.description}
                    </Text>
                  )}
                </div>
              </Cell>
              <Cell label={t('workflows.columns.size')}>
                {t('workflows.size', {
                  statuses: t('workflows.statuses', { count: workflow.statusCount }),
                  transitions: t('workflows.transitions', { count: workflow.transitionCount }),
                })}
              </Cell>
              <Cell label={t('workflows.columns.uses')}>
                {t('workflows.uses', { count: workflow.uses.length })}
              </Cell>
            </tr>
          ))}
        </ResponsiveTable>
      )}
      <ShowMore query={list} />
      {isCreating ? <NewWorkflow workflows={workflows ?? []} onClose={creating.close} /> : null}
    </WorkflowsFrame>
  );
}
