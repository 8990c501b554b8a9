import { Anchor, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, QueryState, useErrorText } from '../../kit/components/states.tsx';
import { tellDone, tellFailure } from '../../kit/notices.ts';
import { RequestTypeIcon } from '../../kit/request-types/request-type-icon.tsx';
import { movedBeside, movedTo } from '../../kit/sorting/order.ts';
import { SortableItem } from '../../kit/sorting/sortable-item.tsx';
import { useAnnounce } from '../../kit/sorting/use-announce.tsx';
import { GroupsEditor } from './groups-editor.tsx';
import { NewRequestType } from './new-request-type.tsx';
import {
  type ListedType,
  orderRequestTypes,
  type RequestTypes,
  requestTypesQuery,
  restoreRequestType,
} from './request-type-queries.ts';
import classes from './request-types.module.css';

/** The request types of a desk in their order, their groups, and those that are archived. */
export function RequestTypesTab({ deskId }: { deskId: string }) {
  const query = useQuery(requestTypesQuery(deskId));
  const [isCreating, creating] = useDisclosure(false);
  const types = query.data;
  const { t } = useTranslation('admin');
  if (!types) return <QueryState query={query} lines={6} />;
  const used = types.values.filter(({ isArchived }) => !isArchived);
  const archived = types.values.filter(({ isArchived }) => isArchived);
  return (
    <Stack gap="lg">
      <Paper p="lg">
        <Stack gap="md">
          <Group justify="space-between" align="flex-start">
            <div>
              <Title order={2} size="h4">
                {t('requestTypes.title')}
              </Title>
              <Text size="sm" c="dimmed">
                {t('requestTypes.intro')}
              </Text>
            </div>
            <Button size="sm" leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={creating.open}>
              {t('requestTypes.create')}
            </Button>
          </Group>
          {used.length === 0 ? (
            <Empty title={t('requestTypes.empty.title')}>{t('requestTypes.empty.text')}</Empty>
          ) : (
            <TypeList deskId={deskId} types={types} used={used} />
          )}
        </Stack>
      </Paper>
      <GroupsEditor deskId={deskId} types={types} />
      {archived.length > 0 ? <ArchivedTypes deskId={deskId} archived={archived} /> : null}
      {isCreating ? <NewRequestType deskId={deskId} used={used} onClose={creating.close} /> : null}
    </Stack>
  );
}

function TypeName({ deskId, type }: { deskId: string; type: ListedType }) {
  return (
    <Anchor
      fw={600}
      fz="inherit"
      renderRoot={(props) => (
        <Link
          {...props}
          to="/admin/service-desks/$id/request-types/$typeId"
          params={{ id: deskId, typeId: type.id }}
        />
      )}
    >
      {type.name}
    </Anchor>
  );
}

function TypeList({
  deskId,
  types,
  used,
}: {
  deskId: string;
  types: RequestTypes;
  used: readonly ListedType[];
}) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { region, tell } = useAnnounce();
  const { queryKey } = requestTypesQuery(deskId);
  const saving = useMutation({
    mutationFn: (order: readonly ListedType[]) =>
      orderRequestTypes(
        deskId,
        order.map(({ id }) => id),
      ),
    onMutate: (order) =>
      queries.setQueryData(queryKey, {
        ...types,
        values: [...order, ...types.values.filter(({ isArchived }) => isArchived)],
      }),
    onError: (error) => tellFailure(t('requestTypes.orderFailed'), errorText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
  function move(order: ListedType[], movedId: string) {
    const place = order.findIndex(({ id }) => id === movedId) + 1;
    const name = order[place - 1]?.name;
    if (name === undefined || saving.isPending) return;
    tell(t('requestTypes.moved', { name, place, count: order.length }));
    saving.mutate(order);
  }
  const groupNames = new Map(types.groups.map(({ id, name }) => [id, name]));
  return (
    <div>
      <ol className={classes['list']}>
        {used.map((type, index) => {
          const to = (place: number) => () => move(movedTo(used, index, place), type.id);
          const isFirst = index === 0;
          const isLast = index === used.length - 1;
          return (
            <SortableItem
              key={type.id}
              kind={`request-types-${deskId}`}
              id={`type-${type.id}`}
              className={classes['row']}
              handleLabel={t('requestTypes.move', { name: type.name })}
              onDropped={(dragged, side) =>
                move(
                  movedBeside(used, ({ id }) => `type-${id}`, dragged, `type-${type.id}`, side),
                  dragged.slice('type-'.length),
                )
              }
              moves={[
                { label: t('requestTypes.up'), key: 'up', isOff: isFirst, act: to(index - 1) },
                { label: t('requestTypes.down'), key: 'down', isOff: isLast, act: to(index + 1) },
                { label: t('requestTypes.first'), isOff: isFirst, act: to(0) },
                { label: t('requestTypes.last'), isOff: isLast, act: to(used.length - 1) },
              ]}
            >
              {(handle) => (
                <>
                  {handle}
                  <span className={classes['icon']}>
                    <RequestTypeIcon name={type.icon} />
                  </span>
                  <div className={classes['about']}>
                    <TypeName deskId={deskId} type={type} />
                    {type.description === '' ? null : (
                      <Text size="xs" c="dimmed" lineClamp={2}>
                        {type.description}
                      </Text>
                    )}
                  </div>
                  <div className={classes['badges']}>
                    {type.groupIds.map((id) => (
                      <Badge key={id} color="gray" className={classes['badge'] ?? ''}>
                        {groupNames.get(id)}
                      </Badge>
                    ))}
                  </div>
                </>
              )}
            </SortableItem>
          );
        })}
      </ol>
      {region}
    </div>
  );
}

function ArchivedTypes({ deskId, archived }: { deskId: string; archived: readonly ListedType[] }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [restoringId, setRestoringId] = useState<string | null>(null);
  const restoring = useMutation({
    mutationFn: ({ id }: ListedType) => restoreRequestType(deskId, id),
    onMutate: ({ id }) => setRestoringId(id),
    onSuccess: async (_, { name }) => {
      tellDone(t('requestTypes.restore.done', { name }));
      await queries.invalidateQueries({ queryKey: requestTypesQuery(deskId).queryKey });
    },
    onError: (error) => tellFailure(t('requestTypes.restore.failed'), errorText(error)),
    onSettled: () => setRestoringId(null),
  });
  return (
    <Paper p="lg">
      <Stack gap="md">
        <div>
          <Title order={2} size="h4">
            {t('requestTypes.archivedTitle')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('requestTypes.archivedHelp')}
          </Text>
        </div>
        <ul className={classes['list']}>
          {archived.map((type) => (
            <li key={type.id} className={classes['row']}>
              <span className={classes['icon']}>
                <RequestTypeIcon name={type.icon} />
              </span>
              <div className={classes['about']}>
                <TypeName deskId={deskId} type={type} />
              </div>
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                flex="none"
                aria-label={t('requestTypes.restore.of', { name: type.name })}
                loading={restoringId === type.id}
                onClick={() => restoring.mutate(type)}
              >
                {t('requestTypes.restore.action')}
              </Button>
            </li>
          ))}
        </ul>
      </Stack>
    </Paper>
  );
}
