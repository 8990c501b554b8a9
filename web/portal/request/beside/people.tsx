import { IconBuilding, IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, api } from '../../../kit/api/client.ts';
import { readOnlyHint } from '../../../kit/api/seen-as.ts';
import { useAccount } from '../../../kit/api/session.ts';
import { PersonAvatar } from '../../../kit/components/person-avatar.tsx';
import { ErrorAlert } from '../../../kit/components/states.tsx';
import { useTranslation } from '../../../kit/i18n/use-translation.ts';
import { Button, IconButton } from '../../../kit/plain/button.tsx';
import { ConfirmDialog } from '../../../kit/plain/confirm-dialog.tsx';
import { VisuallyHidden } from '../../../kit/plain/visually-hidden.tsx';
import { requestsPath } from '../../paths.ts';
import type { CustomerRequest } from '../request-queries.ts';
import { participantsQuery, sharingQuery } from './beside-queries.ts';
import { Notifications } from './notifications.tsx';
import classes from './people.module.css';
import { ShareForm } from './share-form.tsx';
import { usePeopleChanges } from './use-people-changes.ts';

/** Of many participants the first ones are shown until all are wanted. */
const shownAtFirst = 10;

/** Who takes part in a request beside its reporter, whom it is shared with, and whether one hears of it. */
export function People({ request }: { request: CustomerRequest }) {
  const { t } = useTranslation('beside');
  const me = useAccount();
  const { issueKey, reporter, _portico } = request;
  const participants = useQuery(participantsQuery(issueKey));
  const sharing = useQuery(sharingQuery(issueKey));
  const changes = usePeopleChanges(issueKey);
  const [isSharing, setIsSharing] = useState(false);
  const [isLeaving, setIsLeaving] = useState(false);
  const [showsAll, setShowsAll] = useState(false);
  const people = participants.data ?? [];
  const organizations = sharing.data?.organizations ?? [];
  const mayRemove = _portico.isAgent || reporter.accountId === me.accountId;
  const failed = !participants.data || !sharing.data ? (participants.error ?? sharing.error) : null;
  const isAlone = participants.data && sharing.data && people.length + organizations.length === 0;
  const mayShare = sharing.data?.mayAddPeople || sharing.data?.mayShare;
  return (
    <section aria-labelledby="people" className={classes['section']}>
      <h2 id="people">{t('people.title')}</h2>
      {failed && (
        <ErrorAlert
          error={failed}
          onRetry={() => {
            void participants.refetch();
            void sharing.refetch();
          }}
        />
      )}
      {isAlone && (
        <p className={classes['none']}>
          {reporter.accountId !== me.accountId
            ? t('people.aloneOther', { name: reporter.displayName })
            : _portico.organization
              ? t('people.aloneIn', { organization: _portico.organization.name })
              : t('people.alone')}
        </p>
      )}
      {people.length > 0 && (
        <>
          <h3>{t('people.participants')}</h3>
          <ul className={classes['list']}>
            {people.slice(0, showsAll ? people.length : shownAtFirst).map(({ accountId, displayName }) => {
              const isMe = accountId === me.accountId;
              return (
                <li key={accountId}>
                  <PersonAvatar name={displayName} size={28} />
                  <span>
                    {displayName}
                    {isMe && ` (${t('people.you')})`}
                  </span>
                  {mayRemove && !isMe && (
                    <IconButton
                      label={t('people.remove', { name: displayName })}
                      disabled={changes.isPending || readOnlyHint() !== null}
                      onClick={() => changes.make({ kind: 'remove', id: accountId, name: displayName })}
                    >
                      <IconX size={16} aria-hidden="true" />
                    </IconButton>
                  )}
                </li>
              );
            })}
          </ul>
          {!showsAll && people.length > shownAtFirst && (
            <Button size="sm" variant="subtle" onClick={() => setShowsAll(true)}>
              {t('people.more', { count: people.length - shownAtFirst })}
            </Button>
          )}
          {people.some(({ accountId }) => accountId === me.accountId) && (
            <Button size="sm" isChange onClick={() => setIsLeaving(true)}>
              {t('people.leave')}
            </Button>
          )}
        </>
      )}
      {organizations.length > 0 && (
        <>
          <h3>{t('people.organizations')}</h3>
          <ul className={classes['list']}>
            {organizations.map(({ id, name }) => (
              <li key={id}>
                <span className={classes['organization']}>
                  <IconBuilding size={18} stroke={1.6} aria-hidden="true" />
                </span>
                <span>{name}</span>
                {sharing.data?.mayShare && (
                  <IconButton
                    label={t('people.unshare', { name })}
                    disabled={changes.isPending || readOnlyHint() !== null}
                    onClick={() => changes.make({ kind: 'unshare', id, name })}
                  >
                    <IconX size={16} aria-hidden="true" />
                  </IconButton>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {changes.error && <ErrorAlert error={changes.error} />}
      {mayShare &&
        (isSharing ? (
          <ShareForm
            request={request}
            mayAddPeople={sharing.data?.mayAddPeople ?? false}
            mayAddAnyone={sharing.data?.mayAddAnyone ?? false}
            mayShare={sharing.data?.mayShare ?? false}
            changes={changes}
            onClose={() => setIsSharing(false)}
          />
        ) : (
          <Button size="sm" isChange onClick={() => setIsSharing(true)}>
            {t('people.share')}
          </Button>
        ))}
      <Notifications requestKey={issueKey} />
      <VisuallyHidden role="status">{changes.announcement}</VisuallyHidden>
      {isLeaving && (
        <LeaveDialog requestKey={issueKey} accountId={me.accountId} onClose={() => setIsLeaving(false)} />
      )}
    </section>
  );
}

function LeaveDialog({
  requestKey,
  accountId,
  onClose,
}: {
  requestKey: string;
  accountId: string;
  onClose: () => void;
}) {
  const { t } = useTranslation('beside');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const leave = useMutation({
    mutationFn: () =>
      answer(
        api.DELETE('/rest/servicedeskapi/request/{issueIdOrKey}/participant', {
          params: { path: { issueIdOrKey: requestKey } },
          body: { accountIds: [accountId] },
        }),
      ),
    async onSuccess() {
      await navigate({ to: requestsPath });
      queries.removeQueries({ queryKey: ['request', requestKey] });
      await queries.invalidateQueries({ queryKey: ['requests'] });
    },
  });
  return (
    <ConfirmDialog
      title={t('people.leaveTitle')}
      confirm={t('people.leave')}
      cancel={t('people.cancel')}
      isDanger
      isBusy={leave.isPending}
      onConfirm={() => leave.mutate()}
      onCancel={onClose}
    >
      <p>{t('people.leaveText', { key: requestKey })}</p>
      {leave.error && <ErrorAlert error={leave.error} />}
    </ConfirmDialog>
  );
}
