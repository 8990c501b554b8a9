import { ActionIcon, Button, Group, Loader, Menu, Stack, Text } from '@mantine/core';
import { IconDots, IconEdit, IconTrash } from '@tabler/icons-react';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../kit/api/client.ts';
import { useErrorText } from '../../kit/components/states.tsx';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { tellDone } from '../../kit/notices.ts';
import { projectKeyOf } from '../desks/use-desk.ts';

/** Whether the viewer may delete the request. */
function mayDeleteQuery(requestKey: string) {
  return queryOptions({
    queryKey: ['may-delete', requestKey],
    queryFn: async ({ signal }) => {
      const { permissions } = await answer(
        api.GET('/rest/api/3/mypermissions', {
          params: { query: { permissions: 'DELETE_ISSUES', issueKey: requestKey } },
          signal,
        }),
      );
      return permissions['DELETE_ISSUES']?.havePermission ?? false;
    },
    staleTime: 60_000,
  });
}

/** What is done seldom with a request. */
export function MoreMenu({ requestKey, onEditField }: { requestKey: string; onEditField: () => void }) {
  const { t } = useTranslation('agent');
  const [isOpen, setIsOpen] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const mayDelete = useQuery({ ...mayDeleteQuery(requestKey), enabled: isOpen });
  return (
    <>
      <Menu
        opened={isOpen}
        onChange={setIsOpen}
        position="bottom-end"
        width={230}
        shadow="md"
        portalProps={{ target: '#main' }}
      >
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('more.title')} title={t('more.title')}>
            <IconDots size={18} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown aria-label={t('more.title')}>
          <Menu.Item leftSection={<IconEdit size={16} aria-hidden="true" />} onClick={onEditField}>
            {t('edit.choose')}
          </Menu.Item>
          {mayDelete.isPending ? (
            <Loader size="xs" m="xs" />
          ) : mayDelete.data ? (
            <Menu.Item
              color="red"
              leftSection={<IconTrash size={16} aria-hidden="true" />}
              onClick={() => setIsAsking(true)}
            >
              {t('more.delete')}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {isAsking ? <DeleteDialog requestKey={requestKey} onClose={() => setIsAsking(false)} /> : null}
    </>
  );
}

function DeleteDialog({ requestKey, onClose }: { requestKey: string; onClose: () => void }) {
  const { t } = useTranslation('agent');
  const errorText = useErrorText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const removal = useMutation({
    mutationFn: () =>
      answer(
        api.DELETE('/rest/api/3/issue/{issueIdOrKey}', { params: { path: { issueIdOrKey: requestKey } } }),
      ),
    onSuccess: async () => {
      tellDone(t('more.deleted', { key: requestKey }));
      await navigate({ to: '/projects/$projectKey', params: { projectKey: projectKeyOf(requestKey) } });
      queries.removeQueries({ queryKey: ['request', requestKey] });
    },
  });
  return (
    <Dialog title={t('more.deleteQuestion', { key: requestKey })} onClose={onClose} size="md">
      <Stack gap="sm">
        <Text size="sm">{t('more.deleteText')}</Text>
        {removal.error ? (
          <Text size="sm" c="red" role="alert">
            {errorText(removal.error)}
          </Text>
        ) : null}
        <Group gap="xs">
          <Button size="sm" color="red" loading={removal.isPending} onClick={() => removal.mutate()}>
            {t('more.deleteIt')}
          </Button>
          <Button data-autofocus size="sm" variant="default" onClick={onClose}>
            {t('edit.cancel')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
