import { Alert, Anchor, List, Paper, Radio, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../../kit/components/states.tsx';
import { fieldOf } from '../forms/field-of.ts';
import { FormEnd } from '../forms/form-end.tsx';
import { UnsavedGuard } from '../forms/unsaved-guard.tsx';
import { signUpPolicyQuery } from '../people/invite-queries.ts';
import { AccessChoice } from './access-choice.tsx';
import {
  type Access,
  accessPreviewQuery,
  type ConcernedPeople,
  changePermissions,
  type PermissionSettings,
  type ServiceDesk,
  sharings,
} from './service-desk-queries.ts';
import { useDeskForm } from './use-desk-form.ts';

type Tab = 'customers' | 'organizations' | 'signIn';

interface PermissionsFormProps {
  readonly desk: ServiceDesk;
  /** leads to another part of the page */
  readonly onTab: (tab: Tab) => void;
}

/** Who may use the desk, who may join by themselves, and with whom customers share their requests. */
export function PermissionsForm({ desk, onTab }: PermissionsFormProps) {
  const { t } = useTranslation('admin');
  const { form, seen, saving, end } = useDeskForm({
    desk,
    valuesOf: settingsOf,
    fields: ['access', 'customersShareWith'],
    save: (values, version) => changePermissions(desk.id, values, version),
  });
  const { access } = form.values;
  return (
    <Paper p="lg">
      <form ref={saving.form} onSubmit={form.onSubmit(saving.save)} noValidate>
        <Stack gap="lg" maw="40rem">
          <AccessChoice
            {...fieldOf(form, 'access')}
            consequence={access === seen.access ? null : <Consequence deskId={desk.id} access={access} />}
          />
          <Joining desk={desk} access={access} onTab={onTab} />
          <Radio.Group
            label={t('serviceDesks.permissions.share')}
            description={t('serviceDesks.permissions.shareHelp')}
            {...form.getInputProps('customersShareWith')}
          >
            <Stack gap="xs" mt={6}>
              {sharings.map((sharing) => (
                <Radio
                  key={sharing}
                  value={sharing}
                  label={t(`serviceDesks.permissions.sharings.${sharing}`)}
                  description={t(`serviceDesks.permissions.sharings.${sharing}Help`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          <FormEnd {...end} />
        </Stack>
      </form>
      <UnsavedGuard isDirty={end.isDirty && !saving.isSaving} />
    </Paper>
  );
}

/** What saving would do, before it is done. */
function Consequence({ deskId, access }: { deskId: string; access: Access }) {
  const { t } = useTranslation('admin');
  const query = useQuery(accessPreviewQuery(deskId, access));
  if (!query.data) return <QueryState query={query} lines={1} />;
  const { losing, gaining } = query.data;
  return (
    <Alert color={losing.count > 0 ? 'orange' : 'blue'} role="status">
      {losing.count === 0 && gaining.count === 0 ? (
        <Text size="sm">{t('serviceDesks.permissions.concernsNobody')}</Text>
      ) : null}
      <Concerned words="losing" people={losing} />
      <Concerned words="gaining" people={gaining} />
    </Alert>
  );
}

function Concerned({ words, people }: { words: 'losing' | 'gaining'; people: ConcernedPeople }) {
  const { t, i18n } = useTranslation('admin');
  const { count, isMore, names } = people;
  if (count === 0) return null;
  const others = count - names.length;
  const list = [
    ...names,
    ...(isMore
      ? [t('serviceDesks.permissions.manyOthers')]
      : others > 0
        ? [t('serviceDesks.permissions.others', { count: others })]
        : []),
  ];
  return (
    <Text size="sm">
      {isMore
        ? t(`serviceDesks.permissions.${words}Many`, { count })
        : t(`serviceDesks.permissions.${words}`, { count })}{' '}
      {new Intl.ListFormat(i18n.language).format(list)}.{' '}
      {words === 'losing' ? t('serviceDesks.permissions.requestsStay') : ''}
    </Text>
  );
}

/** How people come to be customers, and where that is arranged. */
function Joining({ desk, access, onTab }: PermissionsFormProps & { access: Access }) {
  const { t } = useTranslation('admin');
  const policy = useQuery(signUpPolicyQuery(desk.id)).data;
  const who = policy?.who ?? policy?.siteWho;
  const joinsAlone = !policy?.isClosed && (who === 'open' || who === 'domains');
  return (
    <div>
      <Text fw={600}>{t('serviceDesks.permissions.joining')}</Text>
      <List size="sm" mt={4} spacing={4}>
        {access === 'open' ? null : (
          <List.Item>
            <TabLink onOpen={() => onTab('customers')}>{t('serviceDesks.permissions.named')}</TabLink>
          </List.Item>
        )}
        {access === 'restricted' ? (
          <List.Item>
            <TabLink onOpen={() => onTab('organizations')}>
              {t('serviceDesks.permissions.organizations')}
            </TabLink>
          </List.Item>
        ) : null}
        <List.Item>
          <Anchor fz="inherit" renderRoot={(props) => <Link {...props} to="/admin/people/invitations" />}>
            {t('serviceDesks.permissions.invite')}
          </Anchor>
        </List.Item>
        <List.Item>
          {who
            ? `${t('serviceDesks.permissions.signUp', { who: t(`invitations.policy.kinds.${who}`) })} `
            : ''}
          <TabLink onOpen={() => onTab('signIn')}>{t('serviceDesks.permissions.changeSignUp')}</TabLink>
        </List.Item>
      </List>
      {access === 'invited' && joinsAlone ? (
        <Text size="sm" c="dimmed" mt={4}>
          {t('serviceDesks.permissions.joinedAlone')}
        </Text>
      ) : null}
    </div>
  );
}

function TabLink({ onOpen, children }: { onOpen: () => void; children: ReactNode }) {
  return (
    <Anchor component="button" type="button" fz="inherit" onClick={onOpen}>
      {children}
    </Anchor>
  );
}

type Settings = PermissionSettings & Record<string, unknown>;

function settingsOf({ _portico: { access, customersShareWith } }: ServiceDesk): Settings {
  return { access, customersShareWith };
}
