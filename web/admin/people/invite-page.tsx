import { Badge, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconMailPlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { Empty, ErrorAlert, QueryState } from '../../kit/components/states.tsx';
import { Time } from '../../kit/components/time.tsx';
import { tellDone } from '../../kit/notices.ts';
import { ActionsCell, Cell, ResponsiveTable } from '../lists/responsive-table.tsx';
import { ShowMore } from '../lists/show-more.tsx';
import { AccountsForm } from '../service-desks/accounts-form.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { type Invitation, invitationsQuery, resendInvitation, revokeInvitation } from './invite-queries.ts';
import { PeopleTabs } from './people-tabs.tsx';

const colors = { pending: 'blue', expired: 'orange', accepted: 'green', revoked: 'gray' } as const;

/** Who was invited and what has become of it; and who may make an account where a portal says nothing of its own. */
export function InvitationsPage() {
  const { t } = useTranslation('admin');
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 250);
  const list = useInfiniteQuery(invitationsQuery(search));
  const invitations = list.data?.pages.flatMap((page) => page.values);
  const [isInviting, inviting] = useDisclosure(false);
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <PageTitle title={t('invitations.title')} />
        <Button leftSection={<IconMailPlus size={18} aria-hidden="true" />} onClick={inviting.open}>
          {t('invitations.invite')}
        </Button>
      </Group>
      <PeopleTabs />
      <Text size="sm" c="dimmed">
        {t('invitations.text')}
      </Text>
      <TextInput
        aria-label={t('invitations.search')}
        placeholder={t('invitations.search')}
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        maw="24rem"
      />
      {!invitations ? (
        <QueryState query={list} lines={4} />
      ) : invitations.length === 0 ? (
        <Empty title={t('invitations.empty')}>{t('invitations.emptyText')}</Empty>
      ) : (
        <ResponsiveTable
          label={t('invitations.title')}
          columns={[
            t('invitations.columns.email'),
            t('invitations.columns.to'),
            t('invitations.columns.state'),
            t('invitations.columns.sent'),
            '',
          ]}
        >
          {invitations.map((invitation) => (
            <InvitationRow key={invitation.id} invitation={invitation} />
          ))}
        </ResponsiveTable>
      )}
      <ShowMore query={list} />
      <AccountsForm portalId={null} />
      {isInviting ? <InviteDialog onClose={inviting.close} /> : null}
    </Stack>
  );
}

function InvitationRow({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const { id, email, state, portal, organization, invitedBy, sentAt } = invitation;
  const onSettled = () => queries.invalidateQueries({ queryKey: ['invitations'] });
  const resend = useMutation({
    mutationFn: () => resendInvitation(id),
    onSuccess: () => tellDone(t('invitations.resent', { email })),
    onSettled,
  });
  const revoke = useMutation({
    mutationFn: () => revokeInvitation(id),
    onSuccess: () => tellDone(t('invitations.revoked', { email })),
    onSettled,
  });
  const error = resend.error ?? revoke.error;
  const goals = [portal?.name, organization?.name].filter((name) => name !== undefined);
  return (
    <tr>
      <Cell>
        <span style={{ overflowWrap: 'anywhere' }}>{email}</span>
        {error ? <ErrorAlert error={error} /> : null}
      </Cell>
      <Cell label={t('invitations.columns.to')}>
        {goals.length > 0 ? goals.join(', ') : t('invitations.site')}
      </Cell>
      <Cell label={t('invitations.columns.state')}>
        <Badge color={colors[state]} miw="max-content">
          {t(`invitations.states.${state}`)}
        </Badge>
      </Cell>
      <Cell label={t('invitations.columns.sent')}>
        <span>
          <Time at={sentAt} /> {invitedBy === null ? '' : t('invitations.by', { name: invitedBy })}
        </span>
      </Cell>
      <ActionsCell several>
        {state === 'pending' || state === 'expired' ? (
          <Group gap="xs" wrap="nowrap">
            <Button
              size="compact-sm"
              variant="default"
              loading={resend.isPending}
              aria-label={t('invitations.resendLabel', { email })}
              onClick={() => resend.mutate()}
            >
              {t('invitations.resend')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              loading={revoke.isPending}
              aria-label={t('invitations.revokeLabel', { email })}
              onClick={() => revoke.mutate()}
            >
              {t('invitations.revoke')}
            </Button>
          </Group>
        ) : null}
      </ActionsCell>
    </tr>
  );
}
