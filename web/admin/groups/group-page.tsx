import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { QueryState, useErrorText } from '../../kit/components/states.tsx';
import { Time } from '../../kit/components/time.tsx';
import { tellDone, tellFailure } from '../../kit/notices.ts';
import { AuditLink } from '../audit/audit-link.tsx';
import { ConfirmAct } from '../forms/confirm-act.tsx';
import { ActionsCell, Cell, ResponsiveTable } from '../lists/responsive-table.tsx';
import { ShowMore } from '../lists/show-more.tsx';
import { Person } from '../people-picker/person.tsx';
import { PersonPicker } from '../people-picker/person-picker.tsx';
import { GroupForm } from './group-form.tsx';
import {
  addGroupMember,
  changeGroup,
  deleteGroup,
  grantsQuery,
  groupMembersQuery,
  groupQuery,
  groupsQuery,
  type Group as PeopleGroup,
  removeGroupMember,
} from './group-queries.ts';
import { GroupRoles } from './group-roles.tsx';
import { useRoleName } from './role-name.ts';

/** One group: who is in it, and what that gives them. */
export function GroupPage() {
  const { t } = useTranslation('admin');
  const { id = '' } = useParams({ strict: false });
  const query = useQuery(groupQuery(id));
  const group = query.data;
  return (
    <Stack gap="md">
      <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/admin/groups" />}>
        ← {t('groups.back')}
      </Anchor>
      {group ? <GroupView group={group} /> : <QueryState query={query} />}
    </Stack>
  );
}

function GroupView({ group }: { group: PeopleGroup }) {
  const { t } = useTranslation('admin');
  const [asking, setAsking] = useState<'edit' | 'delete' | null>(null);
  const { groupId, name, description, version } = group;
  return (
    <>
      <Group justify="space-between">
        <div>
          <PageTitle title={name} />
          {description === '' ? null : (
            <Text c="dimmed" size="sm">
              {description}
            </Text>
          )}
        </div>
        <Group gap="xs">
          <AuditLink object={`group:${groupId}`} />
          <Button variant="default" size="sm" onClick={() => setAsking('edit')}>
            {t('groups.edit.action')}
          </Button>
          <Button variant="default" size="sm" c="red" onClick={() => setAsking('delete')}>
            {t('groups.delete.action')}
          </Button>
        </Group>
      </Group>
      <GroupRoles group={group} />
      <Members group={group} />
      {asking === 'edit' ? (
        <GroupForm
          title={t('groups.edit.title')}
          submit={t('groups.edit.submit')}
          initial={{ name, description }}
          save={(values) => changeGroup(groupId, { ...values, version })}
          onSaved={() => tellDone(t('groups.saved'))}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking === 'delete' ? <DeleteGroup group={group} onCancel={() => setAsking(null)} /> : null}
    </>
  );
}

function DeleteGroup({ group, onCancel }: { group: PeopleGroup; onCancel: () => void }) {
  const { t } = useTranslation('admin');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const roleName = useRoleName();
  const { groupId, name } = group;
  const grants = useQuery(grantsQuery({ groupId })).data ?? [];
  const listed = useInfiniteQuery(groupsQuery).data?.pages.flatMap((page) => page.values) ?? [];
  const count = listed.find((one) => one.groupId === groupId)?.memberCount ?? 0;
  return (
    <ConfirmAct
      title={t('groups.delete.title', { name })}
      submit={t('groups.delete.action')}
      isDanger
      act={() => deleteGroup(groupId)}
      onCancel={onCancel}
      onDone={() => {
        tellDone(t('groups.delete.done', { name }));
        void queries.invalidateQueries({ queryKey: ['groups'] });
        void queries.invalidateQueries({ queryKey: ['accounts'] });
        void navigate({ to: '/admin/groups' });
      }}
    >
      {grants.length === 0 ? (
        <p>{t('groups.delete.nothing')}</p>
      ) : count === 0 ? (
        <p>{t('groups.delete.nobody')}</p>
      ) : (
        <>
          <p>{t('groups.delete.text', { count })}</p>
          <ul>
            {grants.map((grant) => (
              <li key={grant.id}>
                {roleName({ role: grant.role, deskName: grant.serviceDesk?.portalName ?? null })}
              </li>
            ))}
          </ul>
        </>
      )}
    </ConfirmAct>
  );
}

function Members({ group }: { group: PeopleGroup }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { groupId } = group;
  const query = useInfiniteQuery(groupMembersQuery(groupId));
  const members = query.data?.pages.flatMap((page) => page.values);
  const [leaving, setLeaving] = useState<{ accountId: string; displayName: string } | null>(null);
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: ['group', groupId] });
    void queries.invalidateQueries({ queryKey: ['groups'] });
    void queries.invalidateQueries({ queryKey: ['accounts'] });
  };
  const add = useMutation({
    mutationFn: ({ accountId }: { accountId: string; displayName: string }) =>
      addGroupMember(groupId, accountId),
    onSuccess: (_, { displayName }) => {
      tellDone(t('groups.members.added', { name: displayName }));
      refresh();
    },
    onError: (error) => tellFailure(t('form.failed'), errorText(error)),
  });
  return (
    <Paper p="lg">
      <Stack gap="md">
        <Title order={2} size="h4">
          {t('groups.members.title')}
        </Title>
        <PersonPicker
          label={t('groups.members.add')}
          excluded={new Set(members?.map(({ accountId }) => accountId))}
          onPick={(account) => add.mutate(account)}
        />
        {!members ? (
          <QueryState query={query} lines={3} />
        ) : members.length === 0 ? (
          <Text c="dimmed">{t('groups.members.empty')}</Text>
        ) : (
          <ResponsiveTable
            label={t('groups.members.title')}
            columns={[t('people.columns.name'), t('groups.members.since'), '']}
          >
            {members.map((member) => (
              <tr key={member.accountId}>
                <Cell>
                  <Person
                    name={member.displayName}
                    remark={member.isActive ? null : t('people.deactivated')}
                    detail={member.emailAddress}
                  />
                </Cell>
                <Cell label={t('groups.members.since')}>
                  <span>
                    <Time at={member.addedAt} />
                    {member.addedBy ? `, ${t('groups.members.by', { name: member.addedBy })}` : ''}
                  </span>
                </Cell>
                <ActionsCell>
                  <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setLeaving(member)}>
                    {t('groups.members.remove')}
                  </Button>
                </ActionsCell>
              </tr>
            ))}
          </ResponsiveTable>
        )}
        <ShowMore query={query} />
        {leaving ? (
          <ConfirmAct
            title={t('groups.members.removeTitle', { name: leaving.displayName })}
            submit={t('groups.members.remove')}
            isDanger
            act={() => removeGroupMember(groupId, leaving.accountId)}
            onCancel={() => setLeaving(null)}
            onDone={() => {
              tellDone(t('groups.members.removed', { name: leaving.displayName }));
              setLeaving(null);
              refresh();
            }}
          >
            <p>{t('groups.members.removeText', { name: leaving.displayName })}</p>
          </ConfirmAct>
        ) : null}
      </Stack>
    </Paper>
  );
}
