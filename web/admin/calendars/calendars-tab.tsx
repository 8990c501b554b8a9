import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Empty, QueryState } from '../../kit/components/states.tsx';
import { Cell, ResponsiveTable } from '../lists/responsive-table.tsx';
import { calendarsQuery } from './calendar-queries.ts';
import { NewCalendar } from './new-calendar.tsx';
import { useWeekWords } from './use-week-words.ts';

/** The calendars of a desk, and the way to a new one. */
export function CalendarsTab({ deskId }: { deskId: string }) {
  const { t } = useTranslation('admin');
  const query = useQuery(calendarsQuery(deskId));
  const [isCreating, creating] = useDisclosure(false);
  const words = useWeekWords();
  const calendars = query.data;
  const columns = [
    t('calendars.columns.name'),
    t('calendars.columns.hours'),
    t('calendars.columns.holidays'),
    t('calendars.columns.usedBy'),
  ];
  return (
    <Paper p="lg">
      <Stack gap="md">
        <Group justify="space-between" align="flex-start">
          <div style={{ flex: '1 1 20rem' }}>
            <Title order={2} size="h4">
              {t('calendars.title')}
            </Title>
            <Text size="sm" c="dimmed">
              {t('calendars.intro')}
            </Text>
          </div>
          <Button size="sm" leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={creating.open}>
            {t('calendars.create')}
          </Button>
        </Group>
        {!calendars ? (
          <QueryState query={query} lines={4} />
        ) : calendars.length === 0 ? (
          <Empty title={t('calendars.empty.title')}>{t('calendars.empty.text')}</Empty>
        ) : (
          <ResponsiveTable label={t('calendars.title')} columns={columns}>
            {calendars.map(({ id, name, timeZone, hours, holidays, usedBy }) => (
              <tr key={id}>
                <Cell>
                  <Anchor
                    fw={600}
                    fz="inherit"
                    style={{ overflowWrap: 'anywhere' }}
                    renderRoot={(props) => (
                      <Link
                        {...props}
                        to="/admin/service-desks/$id/calendars/$calendarId"
                        params={{ id: deskId, calendarId: id }}
                      />
                    )}
                  >
                    {name}
                  </Anchor>
                  <Text size="xs" c="dimmed">
                    {timeZone.replaceAll('_', ' ')}
                  </Text>
                </Cell>
                <Cell label={t('calendars.columns.hours')}>
                  <div>
                    {words.ofWeek(hours)}
                    <Text size="xs" c="dimmed">
                      {words.perWeek(hours)}
                    </Text>
                  </div>
                </Cell>
                <Cell label={t('calendars.columns.holidays')}>{holidays.length}</Cell>
                <Cell label={t('calendars.columns.usedBy')}>
                  {usedBy.length === 0 ? (
                    <Text size="sm" c="dimmed" span>
                      {t('calendars.unused')}
                    </Text>
                  ) : (
                    usedBy.map(({ name: metric }) => metric).join(', ')
                  )}
                </Cell>
              </tr>
            ))}
          </ResponsiveTable>
        )}
      </Stack>
      {isCreating ? (
        <NewCalendar deskId={deskId} calendars={calendars ?? []} onClose={creating.close} />
      ) : null}
    </Paper>
  );
}
