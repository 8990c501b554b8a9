import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../kit/api/api-error.ts';
import { useErrorText } from '../../kit/components/states.tsx';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { tellDone, tellFailure } from '../../kit/notices.ts';
import { movedBeside, movedTo } from '../../kit/sorting/order.ts';
import { SortableItem } from '../../kit/sorting/sortable-item.tsx';
import { useAnnounce } from '../../kit/sorting/use-announce.tsx';
import { ConfirmAct } from '../forms/confirm-act.tsx';
import {
  changeGroups,
  type RequestTypes,
  requestTypesQuery,
  type TypeGroup,
} from './request-type-queries.ts';
import classes from './request-types.module.css';

type Groups = { id?: string; name: string }[];

/** The headings under which a portal shows its request types. Each act is saved at once. */
export function GroupsEditor({ deskId, types }: { deskId: string; types: RequestTypes }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { region, tell } = useAnnounce();
  const [name, setName] = useState('');
  const [renaming, setRenaming] = useState<TypeGroup | null>(null);
  const [leaving, setLeaving] = useState<TypeGroup | null>(null);
  const { queryKey } = requestTypesQuery(deskId);
  const { groups } = types;
  const save = async (changed: Groups) => {
    queries.setQueryData(queryKey, await changeGroups(deskId, changed));
  };
  const adding = useMutation({
    mutationFn: (added: string) => save([...groups, { name: added }]),
    onSuccess: (_, added) => {
      tellDone(t('requestTypes.groups.added', { name: added }));
      setName('');
    },
  });
  const ordering = useMutation({
    mutationFn: (order: TypeGroup[]) => save(order),
    onMutate: (order) => queries.setQueryData(queryKey, { ...types, groups: order }),
    onError: (error) => {
      tellFailure(t('requestTypes.groups.failed'), errorText(error));
      void queries.invalidateQueries({ queryKey });
    },
  });
  function move(order: TypeGroup[], movedId: string) {
    const place = order.findIndex(({ id }) => id === movedId) + 1;
    const moved = order[place - 1];
    if (!moved || ordering.isPending) return;
    tell(t('requestTypes.moved', { name: moved.name, place, count: order.length }));
    ordering.mutate(order);
  }
  return (
    <Paper p="lg">
      <Stack gap="md">
        <div>
          <Title order={2} size="h4">
            {t('requestTypes.groups.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('requestTypes.groups.help')}
          </Text>
        </div>
        {groups.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('requestTypes.groups.empty')}
          </Text>
        ) : (
          <ol className={classes['list']}>
            {groups.map((group, index) => {
              const to = (place: number) => () => move(movedTo(groups, index, place), group.id);
              const count = types.values.filter(
                ({ groupIds, isArchived }) => !isArchived && groupIds.includes(group.id),
              ).length;
              return (
                <SortableItem
                  key={group.id}
                  kind={`groups-${deskId}`}
                  id={`group-${group.id}`}
                  className={classes['row']}
                  handleLabel={t('requestTypes.move', { name: group.name })}
                  onDropped={(dragged, side) =>
                    move(
                      movedBeside(groups, ({ id }) => `group-${id}`, dragged, `group-${group.id}`, side),
                      dragged.slice('group-'.length),
                    )
                  }
                  moves={[
                    {
                      label: t('requestTypes.up'),
                      key: 'up',
                      isOff: index === 0,
                      act: to(index - 1),
                    },
                    {
                      label: t('requestTypes.down'),
                      key: 'down',
                      isOff: index === groups.length - 1,
                      act: to(index + 1),
                    },
                  ]}
                >
                  {(handle) => (
                    <>
                      {handle}
                      <div className={classes['about']}>
                        {group.name}
                        <Text size="xs" c="dimmed">
                          {t('requestTypes.groups.types', { count })}
                        </Text>
                      </div>
                      <Group gap={4} justify="flex-end">
                        <Button
                          variant="subtle"
                          color="gray"
                          size="compact-sm"
                          aria-label={t('requestTypes.groups.renameOf', { name: group.name })}
                          onClick={() => setRenaming(group)}
                        >
                          {t('requestTypes.groups.rename')}
                        </Button>
                        <Button
                          variant="subtle"
                          color="gray"
                          size="compact-sm"
                          aria-label={t('requestTypes.groups.deleteOf', { name: group.name })}
                          onClick={() => setLeaving(group)}
                        >
                          {t('requestTypes.groups.delete')}
                        </Button>
                      </Group>
                    </>
                  )}
                </SortableItem>
              );
            })}
          </ol>
        )}
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            adding.mutate(name);
          }}
        >
          <Group gap="xs" align="flex-end">
            <TextInput
              size="sm"
              flex="1 1 14rem"
              maw="24rem"
              label={t('requestTypes.groups.new')}
              value={name}
              maxLength={255}
              error={adding.error ? problemOf(adding.error, errorText) : undefined}
              onChange={(event) => {
                setName(event.currentTarget.value);
                if (adding.error) adding.reset();
              }}
            />
            <Button type="submit" size="sm" variant="default" loading={adding.isPending}>
              {t('requestTypes.groups.add')}
            </Button>
          </Group>
        </form>
      </Stack>
      {region}
      {renaming ? (
        <RenameGroup
          group={renaming}
          save={(renamed) =>
            save(groups.map((group) => (group.id === renaming.id ? { ...group, name: renamed } : group)))
          }
          onClose={() => setRenaming(null)}
        />
      ) : null}
      {leaving ? (
        <ConfirmAct
          title={t('requestTypes.groups.deleteTitle', { name: leaving.name })}
          submit={t('requestTypes.groups.delete')}
          isDanger
          act={() => save(groups.filter(({ id }) => id !== leaving.id))}
          onCancel={() => setLeaving(null)}
          onDone={() => {
            tellDone(t('requestTypes.groups.deleted', { name: leaving.name }));
            setLeaving(null);
            // which groups its request types are in has changed
            void queries.invalidateQueries({ queryKey });
          }}
        >
          <p>{t('requestTypes.groups.deleteText')}</p>
        </ConfirmAct>
      ) : null}
    </Paper>
  );
}

/** What is wrong with the one name that was given. */
function problemOf(error: unknown, errorText: (error: unknown) => string): string {
  const named = error instanceof ApiError ? Object.values(error.errors) : [];
  return named.length > 0 ? named.join(' ') : errorText(error);
}

interface RenameGroupProps {
  readonly group: TypeGroup;
  readonly save: (name: string) => Promise<void>;
  readonly onClose: () => void;
}

function RenameGroup({ group, save, onClose }: RenameGroupProps) {
  const { t } = useTranslation('admin');
  const errorText = useErrorText();
  const [name, setName] = useState(group.name);
  const saving = useMutation({
    mutationFn: () => save(name),
    onSuccess: () => {
      tellDone(t('requestTypes.groups.renamed'));
      onClose();
    },
  });
  return (
    <Dialog title={t('requestTypes.groups.renameTitle')} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        <Stack gap="md">
          <TextInput
            label={t('requestTypes.groups.name')}
            required
            data-autofocus
            maxLength={255}
            value={name}
            error={saving.error ? problemOf(saving.error, errorText) : undefined}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('form.cancel')}
            </Button>
            <Button type="submit" loading={saving.isPending}>
              {t('form.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
