import { Anchor, Badge, Button, Group, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { QueryState, useErrorText } from '../../kit/components/states.tsx';
import { tellDone, tellFailure } from '../../kit/notices.ts';
import { Note } from '../../kit/plain/note.tsx';
import { AuditLink } from '../audit/audit-link.tsx';
import { ConfirmAct } from '../forms/confirm-act.tsx';
import { serviceDeskQuery } from '../service-desks/service-desk-queries.ts';
import { RequestTypeForm } from './request-type-form.tsx';
import {
  archiveRequestType,
  askableFieldsQuery,
  deleteRequestType,
  type EditedType,
  editedTypeQuery,
  requestTypesQuery,
  restoreRequestType,
} from './request-type-queries.ts';

/** One request type: what customers are told of it, and its form. */
export function RequestTypePage() {
  const { t } = useTranslation('admin');
  const { id = '', typeId = '' } = useParams({ strict: false });
  const desk = useQuery(serviceDeskQuery(id));
  const query = useQuery(editedTypeQuery(id, typeId));
  const fields = useQuery(askableFieldsQuery(id));
  const types = useQuery(requestTypesQuery(id));
  const missing = [query, fields, types].find(({ data }) => !data);
  return (
    <Stack gap="md" data-wide>
      <Anchor
        size="sm"
        renderRoot={(props) => (
          <Link {...props} to="/admin/service-desks/$id/request-types" params={{ id }} />
        )}
      >
        ← {t('requestTypes.back', { desk: desk.data?._portico.portalName ?? '' })}
      </Anchor>
      {!query.data || !fields.data || !types.data ? (
        <QueryState query={missing ?? query} lines={6} />
      ) : (
        <>
          <Head key={`head-${typeId}`} deskId={id} type={query.data} />
          <RequestTypeForm
            key={typeId}
            deskId={id}
            type={query.data}
            fields={fields.data}
            groups={types.data.groups}
            workflows={types.data.workflows}
          />
        </>
      )}
    </Stack>
  );
}

function Head({ deskId, type }: { deskId: string; type: EditedType }) {
  const { t } = useTranslation('admin');
  const { isAdministrator } = useAccount();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const [asking, setAsking] = useState<'archive' | 'delete' | null>(null);
  const { id, name, isArchived, isUsed } = type;
  const { queryKey } = requestTypesQuery(deskId);
  function take(changed: EditedType) {
    queries.setQueryData(editedTypeQuery(deskId, id).queryKey, changed);
    void queries.invalidateQueries({ queryKey });
  }
  const restoring = useMutation({
    mutationFn: () => restoreRequestType(deskId, id),
    onSuccess: (restored) => {
      take(restored);
      tellDone(t('requestTypes.restore.done', { name }));
    },
    onError: (error) => tellFailure(t('requestTypes.restore.failed'), errorText(error)),
  });
  return (
    <>
      <Group justify="space-between" align="flex-start">
        <Group gap="sm" style={{ overflowWrap: 'anywhere' }}>
          <PageTitle title={name} />
          {isArchived ? <Badge color="gray">{t('requestTypes.archivedBadge')}</Badge> : null}
        </Group>
        <Group gap="xs">
          {isAdministrator ? <AuditLink object={`request-type:${id}`} /> : null}
          {isArchived ? (
            <Button
              variant="default"
              size="sm"
              loading={restoring.isPending}
              onClick={() => restoring.mutate()}
            >
              {t('requestTypes.restore.action')}
            </Button>
          ) : (
            <>
              <Button
                component="a"
                href={`/servicedesk/customer/portal/${deskId}/group/-1/create/${id}`}
                variant="default"
                size="sm"
              >
                {t('requestTypes.openInPortal')}
              </Button>
              <Button variant="default" size="sm" onClick={() => setAsking('archive')}>
                {t('requestTypes.archive.action')}
              </Button>
            </>
          )}
          {isUsed ? null : (
            <Button variant="default" size="sm" c="red" onClick={() => setAsking('delete')}>
              {t('requestTypes.delete.action')}
            </Button>
          )}
        </Group>
      </Group>
      {isArchived ? <Note tone="info">{t('requestTypes.archivedNote')}</Note> : null}
      {asking === 'archive' ? (
        <ConfirmAct
          title={t('requestTypes.archive.title', { name })}
          submit={t('requestTypes.archive.action')}
          act={() => archiveRequestType(deskId, id).then(take)}
          onCancel={() => setAsking(null)}
          onDone={() => {
            setAsking(null);
            tellDone(t('requestTypes.archive.done', { name }));
          }}
        >
          <p>{t('requestTypes.archive.text')}</p>
        </ConfirmAct>
      ) : null}
      {asking === 'delete' ? (
        <ConfirmAct
          title={t('requestTypes.delete.title', { name })}
          submit={t('requestTypes.delete.action')}
          isDanger
          act={() => deleteRequestType(deskId, id)}
          onCancel={() => setAsking(null)}
          onDone={() => {
            tellDone(t('requestTypes.delete.done', { name }));
            void queries.invalidateQueries({ queryKey });
            void navigate({
              to: '/admin/service-desks/$id/request-types',
              params: { id: deskId },
              ignoreBlocker: true,
            });
          }}
        >
          <p>{t('requestTypes.delete.text')}</p>
        </ConfirmAct>
      ) : null}
    </>
  );
}
