import { Anchor, Button, Group, NativeSelect, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { QueryState } from '../../kit/components/states.tsx';
import { tellDone } from '../../kit/notices.ts';
import { AuditLink } from '../audit/audit-link.tsx';
import { calendarsQuery } from '../calendars/calendar-queries.ts';
import { ConfirmAct } from '../forms/confirm-act.tsx';
import { serviceDeskQuery } from '../service-desks/service-desk-queries.ts';
import { type Beginning, beginnings, begun } from './beginnings.ts';
import { SlaForm } from './sla-form.tsx';
import { deleteSla, deskStatusesQuery, type Metric, slaQuery, slasQuery } from './sla-queries.ts';

/** One service level of a desk, or (`new`) one that is made. */
export function SlaPage() {
  const { t } = useTranslation('admin');
  const { id = '', slaId = '' } = useParams({ strict: false });
  const isNew = slaId === 'new';
  const [beginning, setBeginning] = useState<Beginning>('resolution');
  const navigate = useNavigate();
  const desk = useQuery(serviceDeskQuery(id));
  const sla = useQuery({ ...slaQuery(id, slaId), enabled: !isNew });
  const calendars = useQuery(calendarsQuery(id));
  const projectKey = desk.data?.projectKey;
  const statuses = useQuery({ ...deskStatusesQuery(projectKey ?? ''), enabled: projectKey !== undefined });
  const missing = [desk, ...(isNew ? [] : [sla]), calendars, statuses].find(({ data }) => !data);
  return (
    <Stack gap="md" data-wide>
      <Anchor
        size="sm"
        renderRoot={(props) => <Link {...props} to="/admin/service-desks/$id/slas" params={{ id }} />}
      >
        ← {t('slas.back', { desk: desk.data?._portico.portalName ?? '' })}
      </Anchor>
      {missing || !calendars.data || !statuses.data ? (
        <QueryState query={missing ?? calendars} lines={6} />
      ) : (
        <>
          {sla.data ? (
            <Head deskId={id} sla={sla.data} />
          ) : (
            <>
              <PageTitle title={t('slas.newTitle')} />
              <NativeSelect
                size="sm"
                maw="24rem"
                label={t('slas.begin.label')}
                data={beginnings.map((name) => ({ value: name, label: t(`slas.begin.${name}`) }))}
                value={beginning}
                onChange={(event) => setBeginning(event.currentTarget.value as Beginning)}
              />
            </>
          )}
          <SlaForm
            key={isNew ? `new-${beginning}` : slaId}
            from={begun(beginning, t(`slas.begin.${beginning}`), statuses.data)}
            deskId={id}
            sla={isNew ? null : (sla.data ?? null)}
            statuses={statuses.data}
            calendars={calendars.data}
            onSaved={(saved) => {
              if (saved.id === slaId) return;
              void navigate({
                to: '/admin/service-desks/$id/slas/$slaId',
                params: { id, slaId: saved.id },
                replace: !isNew,
                ignoreBlocker: true,
              });
            }}
          />
        </>
      )}
    </Stack>
  );
}

function Head({ deskId, sla }: { deskId: string; sla: Metric }) {
  const { t } = useTranslation('admin');
  const { isAdministrator } = useAccount();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [isAsking, setIsAsking] = useState(false);
  const { name } = sla;
  return (
    <Group justify="space-between" align="flex-start">
      <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <PageTitle title={name} />
      </div>
      <Group gap="xs">
        {isAdministrator ? <AuditLink object={`sla:${sla.id}`} /> : null}
        <Button variant="default" size="sm" c="red" onClick={() => setIsAsking(true)}>
          {t('slas.delete.action')}
        </Button>
      </Group>
      {isAsking ? (
        <ConfirmAct
          title={t('slas.delete.title', { name })}
          submit={t('slas.delete.action')}
          isDanger
          act={() => deleteSla(deskId, sla.id)}
          onCancel={() => setIsAsking(false)}
          onDone={() => {
            tellDone(t('slas.delete.done', { name }));
            void queries.invalidateQueries({ queryKey: slasQuery(deskId).queryKey });
            void navigate({
              to: '/admin/service-desks/$id/slas',
              params: { id: deskId },
              ignoreBlocker: true,
            });
          }}
        >
          <p>{t('slas.delete.text')}</p>
        </ConfirmAct>
      ) : null}
    </Group>
  );
}
