import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { QueryState, useErrorText } from '../../kit/components/states.tsx';
import { Time } from '../../kit/components/time.tsx';
import { tellDone, tellFailure } from '../../kit/notices.ts';
import { ConfirmDialog } from '../../kit/plain/confirm-dialog.tsx';
import type { Desk } from '../desks/desk-queries.ts';
import classes from './customers.module.css';
import {
  type Invitation,
  invitationsQuery,
  resendInvitation,
  revokeInvitation,
} from './customers-queries.ts';

const colors = { pending: 'blue', expired: 'orange', accepted: 'green', revoked: 'gray' } as const;

/** Who was invited to the portal, and what has become of it. */
export function Invitations({ desk }: { desk: Desk }) {
  const { t } = useTranslation('agent');
  const list = useInfiniteQuery(invitationsQuery(desk.id));
  const invitations = list.data?.pages.flatMap(({ values }) => values);
  return (
    <Stack gap="md">
      {!invitations ? (
        <QueryState query={list} lines={3} />
      ) : invitations.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('customers.invitations.none')}
        </Text>
      ) : (
        <div className={classes['frame']}>
          <table className={classes['table']} aria-label={t('customers.invitations.title')}>
            <thead>
              <tr>
                <th scope="col">{t('customers.invitations.columns.email')}</th>
                <th scope="col">{t('customers.invitations.columns.to')}</th>
                <th scope="col">{t('customers.invitations.columns.state')}</th>
                <th scope="col">{t('customers.invitations.columns.sent')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {invitations.map((invitation) => (
                <Row key={invitation.id} deskId={desk.id} invitation={invitation} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {list.hasNextPage ? (
        <Group justify="center">
          <Button
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('customers.showMore')}
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
}

function Row({ deskId, invitation }: { deskId: string; invitation: Invitation }) {
  const { t } = useTranslation('agent');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [isAsking, setIsAsking] = useState(false);
  const { id, email, state, organization, invitedBy, sentAt, requiresSecondFactor } = invitation;
  const shared = {
    onError: (error: unknown) => tellFailure(t('customers.invitations.failed'), errorText(error)),
    onSettled: () => {
      setIsAsking(false);
      return queries.invalidateQueries({ queryKey: invitationsQuery(deskId).queryKey });
    },
  };
  const resend = useMutation({
    ...shared,
    mutationFn: () => resendInvitation(id),
    onSuccess: () => tellDone(t('customers.invitations.resent', { email })),
  });
  const revoke = useMutation({
    ...shared,
    mutationFn: () => revokeInvitation(id),
    onSuccess: () => tellDone(t('customers.invitations.revoked', { email })),
  });
  const isOpen = state === 'pending' || state === 'expired';
  return (
    <tr>
      <td>{email}</td>
      <td className={organization ? undefined : classes['empty']}>
        <span className={classes['label']} aria-hidden="true">
          {t('customers.invitations.columns.to')}
        </span>
        {organization?.name}
      </td>
      <td>
        <div className={classes['states']}>
          <Badge color={colors[state]}>{t(`customers.invitations.states.${state}`)}</Badge>
          {requiresSecondFactor ? (
            <Badge color="gray" variant="outline">
              {t('customers.invitations.factor')}
            </Badge>
          ) : null}
        </div>
      </td>
      <td>
        <span className={classes['label']} aria-hidden="true">
          {t('customers.invitations.columns.sent')}
        </span>
        <span>
          <Time at={sentAt} />{' '}
          {invitedBy === null ? null : (
            <span className={classes['secondary']}>{t('customers.invitations.by', { name: invitedBy })}</span>
          )}
        </span>
      </td>
      <td className={isOpen ? classes['actions'] : classes['empty']}>
        {isOpen ? (
          <Group gap="xs" wrap="nowrap">
            <Button
              size="compact-sm"
              variant="default"
              loading={resend.isPending}
              aria-label={t('customers.invitations.resendLabel', { email })}
              onClick={() => resend.mutate()}
            >
              {t('customers.invitations.resend')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('customers.invitations.revokeLabel', { email })}
              onClick={() => setIsAsking(true)}
            >
              {t('customers.invitations.revoke')}
            </Button>
          </Group>
        ) : null}
        {isAsking
          ? createPortal(
              <ConfirmDialog
                title={t('customers.invitations.revokeTitle', { email })}
                confirm={t('customers.invitations.revoke')}
                cancel={t('customers.new.cancel')}
                isDanger
                isBusy={revoke.isPending}
                onConfirm={() => revoke.mutate()}
                onCancel={() => setIsAsking(false)}
              >
                <p>{t('customers.invitations.revokeText')}</p>
              </ConfirmDialog>,
              document.body,
            )
          : null}
      </td>
    </tr>
  );
}
