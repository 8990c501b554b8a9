import { Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { AttachmentList } from '../../kit/components/attachment-list.tsx';
import { RichText } from '../../kit/components/rich-text.tsx';
import { type Agent, assignRequest } from '../assignee/assign.ts';
import { Composer } from '../composer/composer.tsx';
import { ConflictAlert } from '../conflict/conflict-alert.tsx';
import { pathOf } from '../conversation/attachments.ts';
import { Conversation } from '../conversation/conversation.tsx';
import { commentsQuery } from '../conversation/conversation-queries.ts';
import { useShortcuts } from '../shortcuts/shortcuts.tsx';
import { type Transition, transitionRequest } from '../status/transitions.ts';
import { adfText } from './adf-text.ts';
import { RequestDetails } from './request-details.tsx';
import { RequestHeading } from './request-heading.tsx';
import classes from './request-page.module.css';
import type { Issue } from './request-queries.ts';
import { useRequestChanges } from './use-request-change.ts';

/** A request as an agent works on it: what the customer sent, what was said and done, and everything to go on with. */
export function RequestPage({ issue }: { issue: Issue }) {
  const { t } = useTranslation('agent');
  const { key, fields, _portico: extras } = issue;
  const me = useAccount();
  const changes = useRequestChanges(key);
  const [openPicker, setOpenPicker] = useState<'status' | 'assignee' | null>(null);
  const comments = useQuery(commentsQuery(key)).data;

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
    changes.make({
      label: chosen.name,
      done: t('status.done', { key, status: chosen.to.name }),
      failed: t('status.failed'),
      preview: (shown) => ({ ...shown, fields: { ...shown.fields, status: chosen.to } }),
      send: (version) => transitionRequest(key, chosen.id, version),
    });
  }
  const group = t('shortcuts.request');
  useShortcuts([
    { keys: 't', group, label: t('shortcuts.transition'), run: () => setOpenPicker('status') },
    { keys: 'a', group, label: t('shortcuts.assign'), run: () => setOpenPicker('assignee') },
    { keys: 'i', group, label: t('shortcuts.assignToMe'), run: () => assign(me) },
  ]);

  const description = adfText(fields.description);
  const files = useMemo(() => {
    const withComments = new Set(
      comments?.flatMap(
        (comment) => comment.attachments?.values.map((file) => pathOf(file._links.jiraRest)) ?? [],
      ),
    );
    return (fields.attachment ?? [])
      .filter((file) => !withComments.has(pathOf(file.self)))
      .map((file) => ({
        url: pathOf(file.content),
        fileName: file.filename,
        sizeBytes: file.size,
        mediaType: file.mimeType,
      }));
  }, [fields.attachment, comments]);
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
        <RequestHeading issue={issue} />
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
        />
      </aside>
      <div className={classes['main']}>
        <Stack gap="lg">
          <section aria-labelledby="description">
            <Title order={2} size="h4" id="description" mb="xs">
              {t('request.description')}
            </Title>
            {description === '' ? (
              <p className={classes['none']}>{t('request.noDescription')}</p>
            ) : (
              <div className={classes['description']}>
                <RichText text={description} />
              </div>
            )}
          </section>
          {files.length > 0 ? (
            <section aria-labelledby="attachments">
              <Title order={2} size="h4" id="attachments" mb="xs">
                {t('request.attachments')}
              </Title>
              <AttachmentList attachments={files} />
            </section>
          ) : null}
          <Conversation requestKey={key} reporterId={fields.reporter?.accountId} />
          <Composer
            requestKey={key}
            serviceDeskId={extras.serviceDeskId}
            customerName={fields.reporter?.displayName ?? t('composer.theCustomer')}
            organization={extras.organization?.name ?? null}
            answers={answers}
          />
        </Stack>
      </div>
    </div>
  );
}
