import { Button, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { PersonAvatar } from '../../kit/components/person-avatar.tsx';
import { Time } from '../../kit/components/time.tsx';
import type { Agent } from '../assignee/assign.ts';
import { AssigneePicker } from '../assignee/assignee-picker.tsx';
import { HelpReporter } from '../customers/help-reporter.tsx';
import { isoDate } from '../jira-date.ts';
import { StatusMenu } from '../status/status-menu.tsx';
import type { Transition } from '../status/transitions.ts';
import { FormValues } from './form-values.tsx';
import classes from './request-details.module.css';
import type { Issue } from './request-queries.ts';

type Picker = 'status' | 'assignee' | null;

interface RequestDetailsProps {
  readonly issue: Issue;
  readonly openPicker: Picker;
  readonly onOpenPicker: (picker: Picker) => void;
  readonly isPending: boolean;
  readonly onAssign: (agent: Agent | null) => void;
  readonly onTransition: (transition: Transition) => void;
}

/** What can be set (status, assignee), and what is known of the request beside its words. */
export function RequestDetails(props: RequestDetailsProps) {
  const { issue, openPicker, onOpenPicker, isPending, onAssign, onTransition } = props;
  const { t } = useTranslation('agent');
  const { key, fields, _portico: extras } = issue;
  const me = useAccount();
  const picker = (name: Exclude<Picker, null>) => ({
    requestKey: key,
    opened: openPicker === name,
    onChange: (opened: boolean) => onOpenPicker(opened ? name : null),
    isPending,
  });
  return (
    <div className={classes['panel']}>
      <dl className={`${classes['list']} ${classes['controls']}`}>
        <Detail label={t('request.status')}>
          <StatusMenu {...picker('status')} status={fields.status} onChoose={onTransition} />
        </Detail>
        <Detail label={t('assignee.title')}>
          <div className={classes['assignee']}>
            <AssigneePicker {...picker('assignee')} assignee={fields.assignee} onChoose={onAssign} />
            {fields.assignee?.accountId === me.accountId ? null : (
              <Button variant="subtle" size="compact-sm" onClick={() => onAssign(me)}>
                {t('assignee.assignToMe')}
              </Button>
            )}
          </div>
        </Detail>
      </dl>
      <details className={classes['more']} open={isWide()}>
        <summary>
          <Title order={2} size="h5" component="span">
            {t('request.details')}
          </Title>
        </summary>
        <dl className={classes['list']}>
          <Detail label={t('request.reporter')}>
            <div className={classes['person']}>
              <PersonAvatar name={fields.reporter?.displayName ?? '?'} size={30} />
              <div>
                <div>{fields.reporter?.displayName ?? t('queue.unknownReporter')}</div>
                {fields.reporter?.emailAddress ? (
                  <Text component="div" size="sm" c="dimmed">
                    {fields.reporter.emailAddress}
                  </Text>
                ) : null}
                {fields.reporter ? <HelpReporter reporter={fields.reporter} /> : null}
              </div>
            </div>
          </Detail>
          <Detail label={t('request.organization')}>
            {extras.organization?.name ?? <Nothing>{t('request.noOrganization')}</Nothing>}
          </Detail>
          <Detail label={t('request.requestType')}>{extras.requestType.name}</Detail>
          {fields.resolution ? (
            <Detail label={t('request.resolution')}>{fields.resolution.name}</Detail>
          ) : null}
          <Detail label={t('request.created')}>
            <Time at={isoDate(fields.created)} />
          </Detail>
          <Detail label={t('request.updated')}>
            <Time at={isoDate(fields.updated)} />
          </Detail>
          {fields.resolutiondate ? (
            <Detail label={t('request.resolved')}>
              <Time at={isoDate(fields.resolutiondate)} />
            </Detail>
          ) : null}
        </dl>
        <FormValues fields={extras.fields ?? []} />
      </details>
    </div>
  );
}

function Detail({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes['item']}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Nothing({ children }: { children: ReactNode }) {
  return <span className={classes['nothing']}>{children}</span>;
}

/** On a phone the conversation matters more than the details, which then open on demand. */
function isWide(): boolean {
  return window.matchMedia('(min-width: 75em)').matches;
}
