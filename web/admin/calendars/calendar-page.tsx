import { Anchor, Button, Group, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { QueryState } from '../../kit/components/states.tsx';
import { tellDone } from '../../kit/notices.ts';
import { AuditLink } from '../audit/audit-link.tsx';
import { ConfirmAct } from '../forms/confirm-act.tsx';
import { serviceDeskQuery } from '../service-desks/service-desk-queries.ts';
import { CalendarForm } from './calendar-form.tsx';
import { type Calendar, calendarQuery, calendarsQuery, deleteCalendar } from './calendar-queries.ts';
import { CopyCalendar } from './copy-calendar.tsx';

/** One calendar: when a service desk works. */
export function CalendarPage() {
  const { t } = useTranslation('admin');
  const { id = '', calendarId = '' } = useParams({ strict: false });
  const desk = useQuery(serviceDeskQuery(id));
  const query = useQuery(calendarQuery(id, calendarId));
  return (
    <Stack gap="md" data-wide>
      <Anchor
        size="sm"
        renderRoot={(props) => <Link {...props} to="/admin/service-desks/$id/calendars" params={{ id }} />}
      >
        ← {t('calendars.back', { desk: desk.data?._portico.portalName ?? '' })}
      </Anchor>
      {query.data ? (
        <>
          <Head deskId={id} calendar={query.data} />
          <CalendarForm key={calendarId} deskId={id} calendar={query.data} />
        </>
      ) : (
        <QueryState query={query} lines={6} />
      )}
    </Stack>
  );
}

function Head({ deskId, calendar }: { deskId: string; calendar: Calendar }) {
  const { t } = useTranslation('admin');
  const { isAdministrator } = useAccount();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<'copy' | 'delete' | null>(null);
  const { id, name } = calendar;
  return (
    <Group justify="space-between" align="flex-start">
      <div style={{ overflowWrap: 'anywhere' }}>
        <PageTitle title={name} />
      </div>
      <Group gap="xs">
        {isAdministrator ? <AuditLink object={`calendar:${id}`} /> : null}
        <Button variant="default" size="sm" onClick={() => setAsking('copy')}>
          {t('calendars.copy.action')}
        </Button>
        <Button variant="default" size="sm" c="red" onClick={() => setAsking('delete')}>
          {t('calendars.delete.action')}
        </Button>
      </Group>
      {asking === 'copy' ? (
        <CopyCalendar deskId={deskId} calendar={calendar} onClose={() => setAsking(null)} />
      ) : null}
      {asking === 'delete' ? (
        <ConfirmAct
          title={t('calendars.delete.title', { name })}
          submit={t('calendars.delete.action')}
          isDanger
          act={() => deleteCalendar(deskId, id)}
          onCancel={() => setAsking(null)}
          onDone={() => {
            tellDone(t('calendars.delete.done', { name }));
            void queries.invalidateQueries({ queryKey: calendarsQuery(deskId).queryKey });
            void navigate({
              to: '/admin/service-desks/$id/calendars',
              params: { id: deskId },
              ignoreBlocker: true,
            });
          }}
        >
          <p>{t('calendars.delete.text')}</p>
        </ConfirmAct>
      ) : null}
    </Group>
  );
}
