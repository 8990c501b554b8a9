import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { type Agent, assignRequest } from '../assignee/assign.ts';
import { AttachContext } from '../attachments/attach-context.ts';
import { type AttachmentsHandle, AttachmentsPanel } from '../attachments/attachments-panel.tsx';
import { filesOf } from '../attachments/issue-files.ts';
import { Composer } from '../composer/composer.tsx';
import { ConflictAlert } from '../conflict/conflict-alert.tsx';
import { Conversation } from '../conversation/conversation.tsx';
import { commentsQuery } from '../conversation/conversation-queries.ts';
import { LinksPanel } from '../links/links-panel.tsx';
import type { Priority } from '../priority/priority-menu.tsx';
import { useShortcuts } from '../shortcuts/shortcuts.tsx';
import { TransitionDialog } from '../status/transition-dialog.tsx';
import { screenOf, type Transition, transitionRequest } from '../status/transitions.ts';
import { VoteButton } from '../votes/vote-button.tsx';
import { WatchButton } from '../watchers/watch-button.tsx';
import { WorkDialog } from '../worklog/work-dialog.tsx';
import { Description } from './description.tsx';
import { ChooseField } from './in-place/choose-field.tsx';
import { editIssue } from './in-place/edit-issue.ts';
import { EditorsProvider, useEditor, useEditors } from './in-place/editors.tsx';
import { MoreMenu } from './more-menu.tsx';
import { QuickActions } from './quick-actions.tsx';
import { type Picker, RequestDetails } from './request-details.tsx';
import { RequestHeading } from './request-heading.tsx';
import classes from './request-page.module.css';
import type { Issue } from './request-queries.ts';
import { useRequestChanges } from './use-request-change.ts';

/** A request as an agent works on it: what the customer sent, what was said and done, and everything to go on with. */
export function RequestPage({ issue }: { issue: Issue }) {
  return (
    <EditorsProvider>
      <Page issue={issue} />
    </EditorsProvider>
  );
}

function Page({ issue }: { issue: Issue }) {
  const { t } = useTranslation('agent');
  const { key, fields, _portico: extras } = issue;
  const me = useAccount();
  const changes = useRequestChanges(key);
  const editors = useEditors();
  const [isChoosing, setIsChoosing] = useState(false);
  const [openPicker, setOpenPicker] = useState<Picker>(null);
  const [isLinking, setIsLinking] = useState(false);
  const [asking, setAsking] = useState<Transition | null>(null);
  const [isLogging, setIsLogging] = useState(false);
  const attachments = useRef<AttachmentsHandle>(null);
  const comments = useQuery(commentsQuery(key)).data;

  const attach = useCallback((added: Iterable<File>) => attachments.current?.add(added), []);

  function assign(agent: Agent | null) {
    if ((agent?.accountId ?? null) === (fields.assignee?.accountId ?? null)) return;
    changes.make({
      label: agent ? t('assignee.to', { name: agent.displayName }) : t('assignee.unassign'),
      done: agent ? t('assignee.done', { key, name: agent.displayName }) : t('assignee.cleared', { key }),
      failed: t('assignee.failed'),
      preview: (shown) => ({
        ...shown,
        fields: {
          ...shown.fields,
          assignee: agent && ({ ...shown.fields.assignee, ...agent } as Issue['fields']['assignee']),
        },
      }),
      send: (version) => assignRequest(key, agent, version),
    });
  }
  function transition(chosen: Transition) {
    if (screenOf(chosen).length > 0) return setAsking(chosen);
    changes.make({
      label: chosen.name,
      done: t('status.done', { key, status: chosen.to.name }),
      failed: t('status.failed'),
      preview: (shown) => ({ ...shown, fields: { ...shown.fields, status: chosen.to } }),
      send: (version) => transitionRequest(key, chosen.id, version),
    });
  }
  function prioritize(chosen: Priority) {
    if (chosen.id === fields.priority.id) return;
    changes.make({
      label: t('priority.to', { name: chosen.name }),
      done: t('priority.done', { key, name: chosen.name }),
      failed: t('priority.failed'),
      preview: (shown) => ({
        ...shown,
        fields: { ...shown.fields, priority: { ...shown.fields.priority, ...chosen } },
      }),
      send: (version) => editIssue(key, { priority: { id: chosen.id } }, version),
    });
  }
  useEditor({ id: 'status', label: t('request.status'), begin: () => setOpenPicker('status') });
  useEditor({ id: 'assignee', label: t('assignee.title'), begin: () => setOpenPicker('assignee') });
  useEditor({ id: 'priority', label: t('request.priority'), begin: () => setOpenPicker('priority') });
  const group = t('shortcuts.request');
  useShortcuts([
    { keys: 't', group, label: t('shortcuts.transition'), run: () => setOpenPicker('status') },
    { keys: 'a', group, label: t('shortcuts.assign'), run: () => setOpenPicker('assignee') },
    { keys: 's', group, label: t('shortcuts.editSummary'), run: () => editors.begin('summary') },
    { keys: 'd', group, label: t('shortcuts.editDescription'), run: () => editors.begin('description') },
    { keys: 'f', group, label: t('shortcuts.editField'), run: () => setIsChoosing(true) },
    { keys: 'p', group, label: t('shortcuts.priority'), run: () => setOpenPicker('priority') },
    { keys: 'i', group, label: t('shortcuts.assignToMe'), run: () => assign(me) },
  ]);

  const files = useMemo(
    () => filesOf(fields.attachment ?? [], comments ?? []),
    [fields.attachment, comments],
  );
  const answers = useMemo(
    () =>
      (comments ?? [])
        .filter((comment) => comment.public)
        .map(({ id, author }) => ({ id, accountId: author.accountId, name: author.displayName })),
    [comments],
  );

  return (
    <div className={classes['page']}>
      <div className={classes['heading']}>
        <RequestHeading
          issue={issue}
          actions={
            <>
              <VoteButton
                requestKey={key}
                reporterId={fields.reporter?.accountId}
                isResolved={Boolean(fields.resolution)}
                votes={fields.votes}
              />
              <WatchButton requestKey={key} />
            </>
          }
          more={<MoreMenu requestKey={key} onEditField={() => setIsChoosing(true)} />}
        />
        <QuickActions
          onAttach={() => attachments.current?.choose()}
          onLink={() => setIsLinking(true)}
          onLogWork={() => setIsLogging(true)}
        />
        {changes.conflict ? (
          <div className={classes['conflict']}>
            <ConflictAlert
              key={changes.conflict.messages.join()}
              messages={changes.conflict.messages}
              action={changes.conflict.change.label}
              onAnyway={changes.makeAnyway}
              onLeave={changes.leave}
            />
          </div>
        ) : null}
      </div>
      <aside className={classes['details']} aria-label={t('request.details')}>
        <RequestDetails
          issue={issue}
          openPicker={openPicker}
          onOpenPicker={setOpenPicker}
          isPending={changes.isPending}
          onAssign={assign}
          onTransition={transition}
          onPrioritize={prioritize}
        />
      </aside>
      <div className={classes['main']}>
        <Stack gap="lg">
          <AttachContext value={attach}>
            <Description issue={issue} />
          </AttachContext>
          <AttachmentsPanel ref={attachments} requestKey={key} files={files} />
          <LinksPanel issue={issue} isAdding={isLinking} onAddingDone={() => setIsLinking(false)} />
          <Conversation
            requestKey={key}
            reporterId={fields.reporter?.accountId}
            composer={
              <Composer
                requestKey={key}
                serviceDeskId={extras.serviceDeskId}
                customerName={fields.reporter?.displayName ?? t('composer.theCustomer')}
                organization={extras.organization?.name ?? null}
                answers={answers}
              />
            }
          />
        </Stack>
      </div>
      {asking ? <TransitionDialog issue={issue} transition={asking} onClose={() => setAsking(null)} /> : null}
      {isChoosing ? <ChooseField onClose={() => setIsChoosing(false)} /> : null}
      {isLogging ? <WorkDialog requestKey={key} entry={null} onClose={() => setIsLogging(false)} /> : null}
    </div>
  );
}
