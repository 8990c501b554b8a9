import { Button, Checkbox, Paper, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryState, useErrorText } from '../../kit/components/states.tsx';
import { tellDone, tellFailure } from '../../kit/notices.ts';
import { ConfirmAct } from '../forms/confirm-act.tsx';
import { ActionsCell, Cell, ResponsiveTable } from '../lists/responsive-table.tsx';
import { ShowMore } from '../lists/show-more.tsx';
import { Person } from '../people-picker/person.tsx';
import { PersonPicker } from '../people-picker/person-picker.tsx';
import {
  addMember,
  changeOrganization,
  type Member,
  membersQuery,
  type Organization,
  removeMember,
} from './organization-queries.ts';

/** Who belongs to the organization, and who of them sees all its requests. */
export function Members({ organization }: { organization: Organization }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [leaving, setLeaving] = useState<Member | null>(null);
  const { id, name } = organization;
  const list = useInfiniteQuery(membersQuery(id));
  const members = list.data?.pages.flatMap((page) => page.values);
  const managers = organization._portico?.managers ?? [];
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: ['organization', id] });
    await queries.invalidateQueries({ queryKey: ['organizations'] });
  };

  const { mutate, isPending } = useMutation({
    mutationFn: (change: { act: () => Promise<unknown>; done: string }) => change.act(),
    onSuccess: async (_, { done }) => {
      tellDone(done);
      await refresh();
    },
    onError: (error) => tellFailure(t('form.failed'), errorText(error)),
  });

  return (
    <Paper p="lg" component="section" aria-labelledby="members">
      <Stack gap="md">
        <div>
          <Title order={2} size="h4" id="members">
            {t('organizations.members.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('organizations.members.help')}
          </Text>
        </div>
        <PersonPicker
          label={t('organizations.members.add')}
          excluded={new Set(members?.map((member) => member.accountId))}
          onPick={({ accountId, displayName }) =>
            mutate({
              act: () => addMember(id, accountId),
              done: t('organizations.members.added', { name: displayName }),
            })
          }
        />
        {!members ? (
          <QueryState query={list} />
        ) : members.length === 0 ? (
          <Text c="dimmed">{t('organizations.members.empty')}</Text>
        ) : (
          <ResponsiveTable
            label={t('organizations.members.title')}
            columns={[t('people.columns.name'), t('organizations.members.manager'), '']}
          >
            {members.map((member) => {
              const { accountId, displayName } = member;
              const isManager = managers.includes(accountId);
              return (
                <tr key={accountId}>
                  <Cell>
                    <Person name={displayName} detail={member.emailAddress} />
                  </Cell>
                  <Cell label={t('organizations.members.manager')}>
                    <Checkbox
                      aria-label={t('organizations.members.managerOf', { name: displayName })}
                      checked={isManager}
                      disabled={isPending}
                      onChange={() =>
                        mutate({
                          act: () =>
                            changeOrganization(id, {
                              managers: isManager
                                ? managers.filter((manager) => manager !== accountId)
                                : [...managers, accountId],
                            }),
                          done: t(
                            isManager
                              ? 'organizations.members.managerOff'
                              : 'organizations.members.managerOn',
                            { name: displayName },
                          ),
                        })
                      }
                    />
                  </Cell>
                  <ActionsCell>
                    <Button
                      variant="subtle"
                      color="gray"
                      size="compact-sm"
                      onClick={() => setLeaving(member)}
                    >
                      {t('form.remove')}
                    </Button>
                  </ActionsCell>
                </tr>
              );
            })}
          </ResponsiveTable>
        )}
        <ShowMore query={list} />
      </Stack>
      {leaving ? (
        <ConfirmAct
          title={t('organizations.members.removeTitle', { name: leaving.displayName, organization: name })}
          submit={t('organizations.members.remove')}
          isDanger
          act={() => removeMember(id, leaving.accountId)}
          onCancel={() => setLeaving(null)}
          onDone={() => {
            tellDone(t('organizations.members.removed', { name: leaving.displayName }));
            setLeaving(null);
            void refresh();
          }}
        >
          <p>{t('organizations.members.removeText', { name: leaving.displayName })}</p>
        </ConfirmAct>
      ) : null}
    </Paper>
  );
}
