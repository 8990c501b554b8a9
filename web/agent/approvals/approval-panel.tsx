import { Button, Group, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { PersonAvatar } from '../../kit/components/person-avatar.tsx';
import { ErrorAlert } from '../../kit/components/states.tsx';
import { Time } from '../../kit/components/time.tsx';
import { AnswerDialog } from './answer-dialog.tsx';
import classes from './approvals.module.css';
import { type Approval, approvalsQuery } from './approvals-queries.ts';

/** The approval that a request waits for, and those that it had: who is asked, and what they said. Nothing where there is none. */
export function ApprovalPanel({ requestKey }: { requestKey: string }) {
  const { t } = useTranslation('agent');
  const query = useQuery(approvalsQuery(requestKey));
  if (query.error && !query.data) {
    return (
      <ErrorAlert error={query.error} title={t('approvals.failed')} onRetry={() => void query.refetch()} />
    );
  }
  const [newest, ...earlier] = query.data ?? [];
  if (!newest) return null;
  return (
    <section className={classes['panel']} aria-labelledby="approval">
      <Title order={2} size="h6" id="approval">
        {t('approvals.title')}
      </Title>
      <ApprovalState key={newest.id} requestKey={requestKey} approval={newest} />
      {earlier.length > 0 ? (
        <details className={classes['earlier']}>
          <summary>{t('approvals.earlier')}</summary>
          {earlier.map((approval) => (
            <ApprovalState key={approval.id} requestKey={requestKey} approval={approval} />
          ))}
        </details>
      ) : null}
    </section>
  );
}

function ApprovalState({ requestKey, approval }: { requestKey: string; approval: Approval }) {
  const { t } = useTranslation('agent');
  const me = useAccount();
  const [chosen, setChosen] = useState<'approve' | 'decline' | null>(null);
  const { outcome, needed } = approval._portico;
  const asked = approval.approvers.length;
  const hint =
    asked === 0
      ? t('approvals.nobody')
      : needed === null
        ? t('approvals.all')
        : asked < needed
          ? t('approvals.tooFew')
          : t('approvals.some', { count: needed });
  return (
    <div className={classes['approval']}>
      <div className={classes['heading']}>
        <Text size="sm" component="span">
          {approval.name}
        </Text>
        {outcome === null ? null : <Decision decision={outcome} />}
      </div>
      {outcome === null ? (
        <Text size="xs" c="dimmed">
          {hint}
        </Text>
      ) : null}
      {asked > 0 ? (
        <ul className={classes['people']} aria-label={t('approvals.people')}>
          {approval.approvers.map(({ approver, approverDecision, _portico }) => (
            <li key={approver.accountId}>
              <PersonAvatar name={approver.displayName} size={22} />
              <span>
                {approver.displayName}
                {approver.accountId === me.accountId ? ` (${t('approvals.you')})` : ''}
              </span>
              <Decision decision={approverDecision} at={_portico.decidedDate?.iso8601} />
            </li>
          ))}
        </ul>
      ) : null}
      {approval.canAnswerApproval ? (
        <Group gap="xs">
          <Button size="xs" onClick={() => setChosen('approve')}>
            {t('approvals.approve')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setChosen('decline')}>
            {t('approvals.decline')}
          </Button>
        </Group>
      ) : null}
      {chosen ? (
        <AnswerDialog
          requestKey={requestKey}
          approvalId={approval.id}
          decision={chosen}
          onClose={() => setChosen(null)}
        />
      ) : null}
    </div>
  );
}

function Decision({
  decision,
  at,
}: {
  decision: 'approved' | 'declined' | 'pending' | 'cancelled';
  at?: string | undefined;
}) {
  const { t } = useTranslation('agent');
  const Icon =
    decision === 'approved' ? IconCircleCheck : decision === 'declined' ? IconCircleX : IconCircleDashed;
  return (
    <span className={classes['decision']} data-decision={decision}>
      <Icon size={16} stroke={1.8} aria-hidden="true" />
      {t(`approvals.${decision}`)}
      {at === undefined ? null : <Time at={at} />}
    </span>
  );
}
