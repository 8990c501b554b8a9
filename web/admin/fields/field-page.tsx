import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { QueryState, useErrorText } from '../../kit/components/states.tsx';
import { tellDone, tellFailure } from '../../kit/notices.ts';
import { Note } from '../../kit/plain/note.tsx';
import { AuditLink } from '../audit/audit-link.tsx';
import { ConfirmAct } from '../forms/confirm-act.tsx';
import { FieldForm } from './field-form.tsx';
import { archiveField, type CustomField, deleteField, fieldQuery, restoreField } from './field-queries.ts';

/** One custom field: what it is called, and what can be filled into it. */
export function FieldPage() {
  const { t } = useTranslation('admin');
  const { id = '' } = useParams({ strict: false });
  const query = useQuery(fieldQuery(id));
  return (
    <Stack gap="md">
      <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/admin/fields" />}>
        ← {t('fields.back')}
      </Anchor>
      {query.data ? <FieldView key={id} field={query.data} /> : <QueryState query={query} lines={6} />}
    </Stack>
  );
}

function FieldView({ field }: { field: CustomField }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const [asking, setAsking] = useState<'archive' | 'delete' | null>(null);
  const { id, name, type, isArchived, formCount } = field;
  function take(changed: CustomField) {
    queries.setQueryData(fieldQuery(id).queryKey, changed);
    void queries.invalidateQueries({ queryKey: ['fields'] });
    void queries.invalidateQueries({ queryKey: ['form-fields'] });
  }
  const restoring = useMutation({
    mutationFn: () => restoreField(id),
    onSuccess: (restored) => {
      take(restored);
      tellDone(t('fields.restore.done', { name }));
    },
    onError: (error) => tellFailure(t('fields.restore.failed'), errorText(error)),
  });
  return (
    <>
      <Group justify="space-between" align="flex-start">
        <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          <Group gap="sm">
            <PageTitle title={name} />
            {isArchived ? <Badge color="gray">{t('fields.archived')}</Badge> : null}
          </Group>
          <Text c="dimmed" size="sm">
            {t(`fields.types.${type}`)} · {t('fields.forms', { count: formCount })}
          </Text>
        </div>
        <Group gap="xs">
          <AuditLink object={`field:${id}`} />
          {isArchived ? (
            <Button
              variant="default"
              size="sm"
              loading={restoring.isPending}
              onClick={() => restoring.mutate()}
            >
              {t('fields.restore.action')}
            </Button>
          ) : (
            <Button variant="default" size="sm" onClick={() => setAsking('archive')}>
              {t('fields.archive.action')}
            </Button>
          )}
          <Button variant="default" size="sm" c="red" onClick={() => setAsking('delete')}>
            {t('fields.delete.action')}
          </Button>
        </Group>
      </Group>
      {isArchived ? <Note tone="info">{t('fields.archivedNote')}</Note> : null}
      <FieldForm field={field} />
      {asking === 'archive' ? (
        <ConfirmAct
          title={t('fields.archive.title', { name })}
          submit={t('fields.archive.action')}
          act={() => archiveField(id).then(take)}
          onCancel={() => setAsking(null)}
          onDone={() => {
            setAsking(null);
            tellDone(t('fields.archive.done', { name }));
          }}
        >
          <p>{t('fields.archive.text')}</p>
          {formCount > 0 ? <p>{t('fields.archive.forms', { count: formCount })}</p> : null}
        </ConfirmAct>
      ) : null}
      {asking === 'delete' ? (
        <ConfirmAct
          title={t('fields.delete.title', { name })}
          submit={t('fields.delete.action')}
          isDanger
          act={() => deleteField(id)}
          onCancel={() => setAsking(null)}
          onDone={() => {
            tellDone(t('fields.delete.done', { name }));
            void queries.invalidateQueries({ queryKey: ['fields'] });
            void queries.invalidateQueries({ queryKey: ['form-fields'] });
            void navigate({ to: '/admin/fields', ignoreBlocker: true });
          }}
        >
          <p>{t('fields.delete.text')}</p>
        </ConfirmAct>
      ) : null}
    </>
  );
}
