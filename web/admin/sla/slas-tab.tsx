import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Empty, QueryState, useErrorText } from '../../kit/components/states.tsx';
import { tellFailure } from '../../kit/notices.ts';
import { movedBeside, movedTo } from '../../kit/sorting/order.ts';
import { SortableItem } from '../../kit/sorting/sortable-item.tsx';
import { useAnnounce } from '../../kit/sorting/use-announce.tsx';
import { editedSla } from './edited-sla.ts';
import { RecomputeDialog } from './recompute-dialog.tsx';
import { RecomputeProgress } from './recompute-progress.tsx';
import classes from './sla.module.css';
import { deskStatusesQuery, type Metric, orderSlas, type StatusChoice, slasQuery } from './sla-queries.ts';
import { useSummary } from './use-summary.ts';

/** What a desk measures, in the order in which agents see it. */
export function SlasTab({ deskId, projectKey }: { deskId: string; projectKey: string }) {
  const { t } = useTranslation('admin');
  const query = useQuery(slasQuery(deskId));
  const statuses = useQuery(deskStatusesQuery(projectKey)).data ?? [];
  const [isComputing, computing] = useDisclosure(false);
  const slas = query.data;
  if (!slas) return <QueryState query={query} lines={4} />;
  return (
    <Stack gap="md">
      <Paper p="lg">
        <Stack gap="md">
          <Group justify="space-between" align="flex-start">
            <div className={classes['intro']}>
              <Title order={2} size="h4">
                {t('slas.title')}
              </Title>
              <Text size="sm" c="dimmed">
                {t('slas.intro')}
              </Text>
            </div>
            <Group gap="xs">
              {slas.length > 0 ? (
                <Button size="sm" variant="default" onClick={computing.open}>
                  {t('slas.recompute.start')}
                </Button>
              ) : null}
              <Button
                size="sm"
                leftSection={<IconPlus size={18} aria-hidden="true" />}
                renderRoot={(props) => (
                  <Link
                    {...props}
                    to="/admin/service-desks/$id/slas/$slaId"
                    params={{ id: deskId, slaId: 'new' }}
                  />
                )}
              >
                {t('slas.create')}
              </Button>
            </Group>
          </Group>
          {slas.length === 0 ? (
            <Empty title={t('slas.empty.title')}>{t('slas.empty.text')}</Empty>
          ) : (
            <SlaList deskId={deskId} slas={slas} statuses={statuses} />
          )}
        </Stack>
      </Paper>
      <RecomputeProgress deskId={deskId} />
      {isComputing ? <RecomputeDialog deskId={deskId} onClose={computing.close} /> : null}
    </Stack>
  );
}

interface SlaListProps {
  readonly deskId: string;
  readonly slas: readonly Metric[];
  readonly statuses: readonly StatusChoice[];
}

function SlaList({ deskId, slas, statuses }: SlaListProps) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { region, tell } = useAnnounce();
  const { queryKey } = slasQuery(deskId);
  const saving = useMutation({
    mutationFn: (order: readonly Metric[]) =>
      orderSlas(
        deskId,
        order.map(({ id }) => id),
      ),
    onMutate: (order) => queries.setQueryData(queryKey, [...order]),
    onError: (error) => tellFailure(t('slas.orderFailed'), errorText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
  function move(order: Metric[], movedId: string) {
    const place = order.findIndex(({ id }) => id === movedId) + 1;
    const name = order[place - 1]?.name;
    if (name === undefined || saving.isPending) return;
    tell(t('slas.moved', { name, place, count: order.length }));
    saving.mutate(order);
  }
  return (
    <div>
      <ol className={classes['list']}>
        {slas.map((sla, index) => {
          const to = (place: number) => () => move(movedTo(slas, index, place), sla.id);
          const isFirst = index === 0;
          const isLast = index === slas.length - 1;
          return (
            <SortableItem
              key={sla.id}
              kind={`slas-${deskId}`}
              id={`sla-${sla.id}`}
              className={classes['row']}
              handleLabel={t('slas.move', { name: sla.name })}
              onDropped={(dragged, side) =>
                move(
                  movedBeside(slas, ({ id }) => `sla-${id}`, dragged, `sla-${sla.id}`, side),
                  dragged.slice('sla-'.length),
                )
              }
              moves={[
                { label: t('slas.up'), key: 'up', isOff: isFirst, act: to(index - 1) },
                { label: t('slas.down'), key: 'down', isOff: isLast, act: to(index + 1) },
                { label: t('slas.first'), isOff: isFirst, act: to(0) },
                { label: t('slas.last'), isOff: isLast, act: to(slas.length - 1) },
              ]}
            >
              {(handle) => (
                <>
                  {handle}
                  <div className={classes['about']}>
                    <Anchor
                      fw={600}
                      fz="inherit"
                      renderRoot={(props) => (
                        <Link
                          {...props}
                          to="/admin/service-desks/$id/slas/$slaId"
                          params={{ id: deskId, slaId: sla.id }}
                        />
                      )}
                    >
                      {sla.name}
                    </Anchor>
                    <Summary sla={sla} statuses={statuses} />
                  </div>
                  <Text size="xs" c="dimmed" className={classes['goalCount'] ?? ''}>
                    {t('slas.goals', { count: sla.goals.filter(({ minutes }) => minutes !== null).length })}
                  </Text>
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

function Summary({ sla, statuses }: { sla: Metric; statuses: readonly StatusChoice[] }) {
  const words = useSummary(editedSla(sla), statuses);
  return (
    <Text size="xs" c="dimmed" lineClamp={3}>
      {words}
    </Text>
  );
}
