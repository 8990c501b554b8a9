import { Anchor, Badge, Button, Group, Progress, Stack, Text } from '@mantine/core';
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
import { WorkflowEditor } from './workflow-editor.tsx';
import {
  createWorkflow,
  deleteWorkflow,
  type Workflow,
  workflowOptionsQuery,
  workflowQuery,
} from './workflow-queries.ts';

/** One workflow: what it is for, and the editor of what it says. */
export function WorkflowPage() {
  const { t } = useTranslation('admin');
  const { id = '' } = useParams({ strict: false });
  const query = useQuery(workflowQuery(id));
  const options = useQuery(workflowOptionsQuery(id));
  return (
    <Stack gap="md" data-wide>
      <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/admin/workflows" />}>
        ← {t('workflows.back')}
      </Anchor>
      {!query.data || !options.data ? (
        <QueryState query={query.data ? options : query} lines={8} />
      ) : (
        <>
          <Head workflow={query.data} />
          <WorkflowEditor key={id} workflow={query.data} options={options.data} />
        </>
      )}
    </Stack>
  );
}

function Head({ workflow }: { workflow: Workflow }) {
  const { t } = useTranslation('admin');
  const { isAdministrator } = useAccount();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const [isDeleting, setIsDeleting] = useState(false);
  const { id, name, uses, mayChange, draft } = workflow;
  const copying = useMutation({
    mutationFn: () => createWorkflow({ copyOf: id }),
    onSuccess(copy) {
      queries.setQueryData(workflowQuery(copy.id).queryKey, copy);
      void queries.invalidateQueries({ queryKey: ['workflows'] });
      tellDone(t('workflows.copy.done', { name: copy.name }));
      void navigate({ to: '/admin/workflows/$id', params: { id: copy.id } });
    },
    onError: (error) => tellFailure(t('workflows.copy.failed'), errorText(error)),
  });
  return (
    <>
      <Group justify="space-between" align="flex-start">
        <Group gap="sm" style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          <PageTitle title={name} />
          {draft ? <Badge color="yellow">{t('workflows.hasDraft')}</Badge> : null}
        </Group>
        {isAdministrator ? (
          <Group gap="xs">
            <AuditLink object={`workflow:${id}`} />
            <Button variant="default" size="sm" loading={copying.isPending} onClick={() => copying.mutate()}>
              {t('workflows.copy.action')}
            </Button>
            {uses.length === 0 ? (
              <Button variant="default" size="sm" c="red" onClick={() => setIsDeleting(true)}>
                {t('workflows.remove.action')}
              </Button>
            ) : null}
          </Group>
        ) : null}
      </Group>
      <Uses workflow={workflow} />
      {mayChange ? null : <Note tone="info">{t('workflows.readOnly')}</Note>}
      <Moves workflow={workflow} />
      {isDeleting ? (
        <ConfirmAct
          title={t('workflows.remove.title', { name })}
          submit={t('workflows.remove.action')}
          isDanger
          act={() => deleteWorkflow(id)}
          onCancel={() => setIsDeleting(false)}
          onDone={() => {
            tellDone(t('workflows.remove.done', { name }));
            void queries.invalidateQueries({ queryKey: ['workflows'] });
            void navigate({ to: '/admin/workflows', ignoreBlocker: true });
          }}
        >
          <p>{t('workflows.remove.text')}</p>
        </ConfirmAct>
      ) : null}
    </>
  );
}

const shownUses = 12;

function Uses({ workflow: { uses } }: { workflow: Workflow }) {
  const { t } = useTranslation('admin');
  if (uses.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('workflows.unused')}
      </Text>
    );
  }
  return (
    <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
      {t('workflows.usedBy')}:{' '}
      {uses.slice(0, shownUses).map((use, index) => (
        <span key={use.requestTypeId}>
          {index > 0 ? ', ' : null}
          <Anchor
            fz="inherit"
            renderRoot={(props) => (
              <Link
                {...props}
                to="/admin/service-desks/$id/request-types/$typeId"
                params={{ id: use.serviceDeskId, typeId: use.requestTypeId }}
              />
            )}
          >
            {use.requestTypeName}
          </Anchor>{' '}
          ({use.projectKey})
        </span>
      ))}
      {uses.length > shownUses ? ' …' : null}
    </Text>
  );
}

/** Requests on their way out of statuses that the workflow lost. */
function Moves({ workflow: { moves } }: { workflow: Workflow }) {
  const { t } = useTranslation('admin');
  const going = moves.filter(({ finishedAt }) => finishedAt === null);
  if (going.length === 0) return null;
  return (
    <Note tone="info" title={t('workflows.moves.title')}>
      <Stack gap="xs" role="status">
        {going.map(({ id, from, to, moved, total }) => {
          const text = t('workflows.moves.going', { from: from.name, to: to.name, moved, total });
          return (
            <div key={id}>
              <Text size="sm">{text}</Text>
              <Progress value={total === 0 ? 0 : (100 * moved) / total} aria-label={text} />
            </div>
          );
        })}
      </Stack>
    </Note>
  );
}
