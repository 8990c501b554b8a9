import { Button, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { PersonAvatar } from '../../kit/components/person-avatar.tsx';
import { Time } from '../../kit/components/time.tsx';
import { ApprovalPanel } from '../approvals/approval-panel.tsx';
import type { Agent } from '../assignee/assign.ts';
import { AssigneePicker } from '../assignee/assignee-picker.tsx';
import { HelpReporter } from '../customers/help-reporter.tsx';
import { Feedback } from '../feedback/feedback.tsx';
import { isoDate } from '../jira-date.ts';
import { ParticipantsPanel } from '../participants/participants-panel.tsx';
import { type Priority, PriorityMenu } from '../priority/priority-menu.tsx';
import { SlaPanel } from '../sla/sla-panel.tsx';
import { StatusMenu } from '../status/status-menu.tsx';
import type { Transition } from '../status/transitions.ts';
import { TimeLogged } from '../worklog/time-logged.tsx';
import { Detail, EditableDetail, Nothing } from './detail.tsx';
import { FormValues } from './form-values.tsx';
import { editableFieldsQuery } from './in-place/editable-fields.ts';
import classes from './request-details.module.css';
import type { Issue } from './request-queries.ts';

export type Picker = 'status' | 'assignee' | 'priority' | null;

interface RequestDetailsProps {
  readonly issue: Issue;
  readonly openPicker: Picker;
  readonly onOpenPicker: (picker: Picker) => void;
  readonly isPending: boolean;
  readonly onAssign: (agent: Agent | null) => void;
  readonly onTransition: (transition: Transition) => void;
  readonly onPrioritize: (priority: Priority) => void;
}

/** What can be set (status, assignee), and what is known of the request beside its words. */
export function RequestDetails(props: RequestDetailsProps) {
  const { issue, openPicker, onOpenPicker, isPending, onAssign, onTransition, onPrioritize } = props;
  const { t } = useTranslation('agent');
  const { key, fields, _portico: extras } = issue;
  const me = useAccount();
  const editable = useQuery(editableFieldsQuery(key)).data;
  const editableField = (id: string) => editable?.find(({ fieldId }) => fieldId === id) ?? null;
  const picker = (name: Exclude<Picker, null>) => ({
    opened: openPicker === name,
    onChange: (opened: boolean) => onOpenPicker(opened ? name : null),
    isPending,
  });
  return (
    <div className={classes['panel']}>
      <dl className={`${classes['list']} ${classes['controls']}`}>
        <Detail label={t('request.status')}>
          <StatusMenu {...picker('status')} requestKey={key} status={fields.status} onChoose={onTransition} />
        </Detail>
        <Detail label={t('assignee.title')}>
          <div className={classes['assignee']}>
            <AssigneePicker
              {...picker('assignee')}
              requestKey={key}
              assignee={fields.assignee}
              onChoose={onAssign}
            />
            {fields.assignee?.accountId === me.accountId ? null : (
              <Button variant="subtle" size="compact-xs" onClick={() => onAssign(me)}>
                {t('assignee.assignToMe')}
              </Button>
            )}
          </div>
        </Detail>
        <Detail label={t('request.priority')}>
          <PriorityMenu {...picker('priority')} priority={fields.priority} onChoose={onPrioritize} />
        </Detail>
      </dl>
      <div className={classes['block']}>
        <SlaPanel requestKey={key} deskId={extras.serviceDeskId} />
      </div>
      <div className={classes['block']}>
        <ApprovalPanel requestKey={key} />
      </div>
      <Part title={t('request.details')}>
        <dl className={classes['list']}>
          <EditableDetail issue={issue} field={editableField('requesttype')} label={t('request.requestType')}>
            {extras.requestType.name}
          </EditableDetail>
          {fields.resolution ? (
            <Detail label={t('request.resolution')}>{fields.resolution.name}</Detail>
          ) : null}
          <TimeLogged requestKey={key} />
        </dl>
        <FormValues issue={issue} editable={editable ?? []} />
      </Part>
      <Part title={t('request.people')}>
        <dl className={classes['list']}>
          <EditableDetail issue={issue} field={editableField('reporter')} label={t('request.reporter')}>
            <div className={classes['person']}>
              <PersonAvatar name={fields.reporter?.displayName ?? '?'} size={24} />
              <div>
                <div>{fields.reporter?.displayName ?? t('table.unknownReporter')}</div>
                {fields.reporter?.emailAddress ? (
                  <Text component="div" size="xs" c="dimmed">
                    {fields.reporter.emailAddress}
                  </Text>
                ) : null}
                {fields.reporter ? <HelpReporter reporter={fields.reporter} /> : null}
              </div>
            </div>
          </EditableDetail>
          <EditableDetail
            issue={issue}
            field={editableField('organization')}
            label={t('request.organization')}
          >
            {extras.organization?.name ?? <Nothing>{t('request.noOrganization')}</Nothing>}
          </EditableDetail>
        </dl>
        <div className={classes['participants']}>
          <ParticipantsPanel requestKey={key} />
        </div>
      </Part>
      {extras.hasFeedback ? (
        <div className={classes['block']}>
          <Feedback requestKey={key} />
        </div>
      ) : null}
      <dl className={classes['dates']}>
        <When label={t('request.created')} at={fields.created} />
        <When label={t('request.updated')} at={fields.updated} />
        {fields.resolutiondate ? <When label={t('request.resolved')} at={fields.resolutiondate} /> : null}
      </dl>
    </div>
  );
}

/** A part of the details that can be folded. On a phone the conversation matters more than the details, which open on demand. */
function Part({ title, children }: { title: string; children: ReactNode }) {
  const [isOpen] = useState(() => window.matchMedia('(min-width: 75em)').matches);
  return (
    <details className={classes['more']} open={isOpen}>
      <summary>
        <Title order={2} size="h6" display="inline">
          {title}
        </Title>
      </summary>
      {children}
    </details>
  );
}

function When({ label, at }: { label: string; at: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Time at={isoDate(at)} />
      </dd>
    </div>
  );
}
