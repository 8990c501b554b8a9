import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { NotFound } from '../../../kit/components/states.tsx';
import { DeskAdministration } from './desk-administration.tsx';
import { inputOf } from './manage-queries.ts';
import { QueueEditor } from './queue-editor.tsx';

/** /projects/{KEY}/queues/edit/{id}, and /projects/{KEY}/queues/new, which may begin as a copy of another one. */
export function EditorRoute() {
  const { t } = useTranslation('queues');
  const { queueId } = useParams({ strict: false });
  const { from } = useSearch({ strict: false }) as { from?: string };
  return (
    <DeskAdministration>
      {(desk, { groups, queues }) => {
        const queue = queues.find(({ id }) => id === queueId);
        if (queueId !== undefined && !queue) return <NotFound isNested />;
        const model = queues.find(({ id }) => id === from);
        const begun = queue
          ? inputOf(queue)
          : model
            ? { ...inputOf(model), name: t('editor.copyOf', { name: model.name }) }
            : {
                name: '',
                jql: 'resolution = Unresolved ORDER BY created DESC',
                columns: null,
                groupId: null,
                isTeamPriority: false,
              };
        return (
          <QueueEditor
            key={`${desk.id} ${queueId ?? 'new'} ${from ?? ''}`}
            desk={desk}
            groups={groups}
            queue={queue ?? null}
            begun={begun}
          />
        );
      }}
    </DeskAdministration>
  );
}
