import { IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../../../kit/api/api-error.ts';
import { answer, api } from '../../../kit/api/client.ts';
import { useAccount } from '../../../kit/api/session.ts';
import { PersonAvatar } from '../../../kit/components/person-avatar.tsx';
import { ErrorAlert } from '../../../kit/components/states.tsx';
import { Time } from '../../../kit/components/time.tsx';
import { useTranslation } from '../../../kit/i18n/use-translation.ts';
import { Button } from '../../../kit/plain/button.tsx';
import { ConfirmDialog } from '../../../kit/plain/confirm-dialog.tsx';
import { TextArea } from '../../../kit/plain/field.tsx';
import { VisuallyHidden } from '../../../kit/plain/visually-hidden.tsx';
import type { CustomerRequest } from '../request-queries.ts';
import classes from './approvals.module.css';
import { type Approval, approvalsQuery } from './beside-queries.ts';

/** The approval that a request waits for, with the buttons for who is asked, and those that it had. */
export function Approvals({ request }: { request: CustomerRequest }) {
  const { t } = useTranslation('beside');
  const approvals = useQuery(approvalsQuery(request.issueKey));
  const [newest, ...earlier] = approvals.data ?? [];
  const [announcement, setAnnouncement] = useState('');
  return (
    <>
      <VisuallyHidden role="status">{announcement}</VisuallyHidden>
      {approvals.error && !approvals.data && (
        <ErrorAlert error={approvals.error} onRetry={() => void approvals.refetch()} />
      )}
      {newest && (
        <ApprovalPanel
          key={newest.id}
          requestKey={request.issueKey}
          approval={newest}
          onAnswered={() => setAnnouncement(t('approval.done'))}
        />
      )}
      {earlier.length > 0 && (
        <details className={classes['earlier']}>
          <summary>{t('approval.earlier')}</summary>
          {earlier.map((approval) => (
            <div key={approval.id}>
              <div className={classes['heading']}>
                <strong>{approval.name}</strong>
                <Outcome approval={approval} />
              </div>
              <Approvers approval={approval} />
            </div>
          ))}
        </details>
      )}
    </>
  );
}

type Choice = 'approve' | 'decline';

function ApprovalPanel({
  requestKey,
  approval,
  onAnswered,
}: {
  requestKey: string;
  approval: Approval;
  onAnswered: () => void;
}) {
  const { t } = useTranslation('beside');
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<Choice | null>(null);
  const [comment, setComment] = useState('');
  const send = useMutation({
    mutationFn: (decision: Choice) =>
      answer(
        api.POST('/rest/servicedeskapi/request/{issueIdOrKey}/approval/{approvalId}', {
          params: { path: { issueIdOrKey: requestKey, approvalId: approval.id } },
          body: { decision, ...(comment.trim() !== '' && { additionalComment: { body: comment } }) },
        }),
      ),
    async onSuccess() {
      setChosen(null);
      setComment('');
      onAnswered();
      await queries.invalidateQueries({ queryKey: ['request', requestKey] });
      requestAnimationFrame(focusTitleIfLost);
    },
    onError(error) {
      // somebody was faster: the panel shows what is so now, and what was refused
      if (error instanceof ApiError && [403, 404, 409].includes(error.status)) setChosen(null);
      void queries.invalidateQueries({ queryKey: ['request', requestKey] });
    },
  });
  const isOpen = approval._portico.outcome === null;
  const choose = (choice: Choice) => {
    send.reset();
    setChosen(choice);
  };
  return (
    <section
      className={classes['panel']}
      data-asked={approval.canAnswerApproval || undefined}
      aria-labelledby={`approval-${approval.id}`}
    >
      <div className={classes['heading']}>
        <h2 id={`approval-${approval.id}`}>{isOpen ? approval.name : t('approval.title')}</h2>
        {!isOpen && <Outcome approval={approval} />}
      </div>
      {isOpen && <Hint approval={approval} />}
      <Approvers approval={approval} />
      {send.error && !chosen && <ErrorAlert error={send.error} />}
      {approval.canAnswerApproval && (
        <div className={classes['actions']}>
          <Button variant="filled" isChange onClick={() => choose('approve')}>
            {t('approval.approve')}
          </Button>
          <Button isChange onClick={() => choose('decline')}>
            {t('approval.decline')}
          </Button>
        </div>
      )}
      {chosen && (
        <ConfirmDialog
          title={t(chosen === 'approve' ? 'approval.approveTitle' : 'approval.declineTitle')}
          confirm={t(chosen === 'approve' ? 'approval.approve' : 'approval.decline')}
          cancel={t('people.cancel')}
          isDanger={chosen === 'decline'}
          isBusy={send.isPending}
          onConfirm={() => send.mutate(chosen)}
          onCancel={() => setChosen(null)}
        >
          <p>{t('approval.text', { key: requestKey })}</p>
          <TextArea
            label={t('approval.comment')}
            rows={3}
            value={comment}
            onChange={(event) => setComment(event.currentTarget.value)}
          />
          {send.error && <ErrorAlert error={send.error} />}
        </ConfirmDialog>
      )}
    </section>
  );
}

/** The button that was pressed is gone once it was answered. */
function focusTitleIfLost(): void {
  if (document.activeElement === document.body) document.querySelector<HTMLElement>('h1')?.focus();
}

/** What is to be done, or what is waited for. */
function Hint({ approval }: { approval: Approval }) {
  const { t } = useTranslation('beside');
  const { canAnswerApproval, approvers, _portico } = approval;
  const { needed } = _portico;
  if (canAnswerApproval) return <p>{t('approval.asked')}</p>;
  if (approvers.length === 0) return <p>{t('approval.nobody')}</p>;
  if (needed === null) return <p>{t('approval.all')}</p>;
  if (approvers.length < needed) return <p>{t('approval.tooFew')}</p>;
  return <p>{t('approval.some', { count: needed })}</p>;
}

function Approvers({ approval }: { approval: Approval }) {
  const { t } = useTranslation('beside');
  const me = useAccount();
  if (approval.approvers.length === 0) return null;
  return (
    <ul className={classes['approvers']} aria-label={t('approval.people')}>
      {approval.approvers.map(({ approver, approverDecision, _portico }) => (
        <li key={approver.accountId}>
          <PersonAvatar name={approver.displayName} size={28} />
          <span className={classes['name']}>
            {approver.displayName}
            {approver.accountId === me.accountId && ` (${t('people.you')})`}
          </span>
          <span className={classes['decision']} data-decision={approverDecision}>
            <DecisionIcon decision={approverDecision} />
            {t(`approval.state.${approverDecision}`)}
            {_portico.decidedDate && <Time at={_portico.decidedDate.iso8601} />}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Outcome({ approval }: { approval: Approval }) {
  const { t } = useTranslation('beside');
  const outcome = approval._portico.outcome ?? 'pending';
  return (
    <span className={classes['decision']} data-decision={outcome}>
      <DecisionIcon decision={outcome} />
      {t(`approval.state.${outcome}`)}
    </span>
  );
}

function DecisionIcon({ decision }: { decision: 'approved' | 'declined' | 'pending' | 'cancelled' }) {
  const Icon =
    decision === 'approved' ? IconCircleCheck : decision === 'declined' ? IconCircleX : IconCircleDashed;
  return <Icon size={18} stroke={1.8} aria-hidden="true" />;
}
