import { ActionIcon, Menu, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../kit/api/api-error.ts';
import { useAccount } from '../../kit/api/session.ts';
import { useErrorText } from '../../kit/components/states.tsx';
import { tellDone, tellFailure } from '../../kit/notices.ts';
import { SecondFactorDialog } from '../../kit/people/lazy-second-factor-dialog.tsx';
import { ConfirmAct } from '../forms/confirm-act.tsx';
import { ImpersonateDialog } from '../impersonation/impersonate-dialog.tsx';
import { type Account, type AccountChange, changeAccount } from './people-queries.ts';
import { RenameAccount } from './rename-account.tsx';
import { ResetPassword } from './reset-password.tsx';
import { RightsDialog } from './rights-dialog.tsx';
import { SessionsDialog } from './sessions-dialog.tsx';
import { TokensDialog } from './tokens-dialog.tsx';

type Asking =
  | 'rights'
  | 'rename'
  | 'reset'
  | 'sessions'
  | 'tokens'
  | 'factors'
  | 'impersonate'
  | 'deactivate'
  | 'grant'
  | 'revoke';

/** What can be done about an account. What takes something away asks first, and says to whom it happens. */
export function AccountActions({ account }: { account: Account }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const me = useAccount();
  const [asking, setAsking] = useState<Asking | null>(null);
  const { accountId, displayName: name } = account;
  const isMe = accountId === me.accountId;
  const stop = () => setAsking(null);
  const whyNot = whyNotSeenAs(account, isMe);

  async function refresh() {
    await queries.invalidateQueries({ queryKey: ['accounts'] });
    await queries.invalidateQueries({ queryKey: ['account-search'] });
    if (isMe) await queries.invalidateQueries({ queryKey: ['session'] });
  }
  const reactivate = useMutation({
    mutationFn: () => changeAccount(accountId, { isActive: true }),
    onSuccess: () => {
      tellDone(t('people.reactivate.done', { name }));
      return refresh();
    },
    onError: (error) => tellFailure(t('people.refused'), errorText(error)),
  });
  const confirm = (kind: 'deactivate' | 'grant' | 'revoke', change: AccountChange) => ({
    title: t(`people.${kind}.title`, { name }),
    submit: t(`people.${kind}.submit`),
    isDanger: kind !== 'grant',
    act: () => changeAccount(accountId, change),
    onCancel: stop,
    onDone: () => {
      stop();
      tellDone(t(`people.${kind}.done`, { name }));
      void refresh();
    },
    advice: (error: unknown) =>
      error instanceof ApiError && error.status === 409 ? t('people.lastAdministrator') : null,
  });

  return (
    <>
      <Menu
        position="bottom-end"
        shadow="md"
        portalProps={{ target: '#main' }}
        withInitialFocusPlaceholder={false}
        menuItemTabIndex={0}
      >
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('people.actions', { name })}>
            <IconDots size={18} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setAsking('rename')}>{t('people.rename.action')}</Menu.Item>
          <Menu.Item onClick={() => setAsking('reset')}>{t('people.reset.action')}</Menu.Item>
          <Menu.Item onClick={() => setAsking('factors')}>{t('secondFactor.person.action')}</Menu.Item>
          <Menu.Item onClick={() => setAsking('rights')}>{t('groups.rights.action')}</Menu.Item>
          <Menu.Item onClick={() => setAsking('sessions')}>{t('people.sessions.action')}</Menu.Item>
          <Menu.Item onClick={() => setAsking('tokens')}>{t('people.tokens.action')}</Menu.Item>
          <Menu.Item disabled={whyNot !== null} onClick={() => setAsking('impersonate')}>
            {t('impersonation.action', { name })}
            {whyNot === null ? null : <Text size="xs">{t(`impersonation.not.${whyNot}`)}</Text>}
          </Menu.Item>
          <Menu.Item
            renderRoot={(props) => <Link {...props} to="/admin/audit" search={{ person: accountId }} />}
          >
            {t('audit.link')}
          </Menu.Item>
          <Menu.Divider />
          {account.isAdministrator ? (
            <Menu.Item color="red" onClick={() => setAsking('revoke')}>
              {t('people.revoke.action')}
            </Menu.Item>
          ) : account.isActive ? (
            <Menu.Item onClick={() => setAsking('grant')}>{t('people.grant.action')}</Menu.Item>
          ) : null}
          {account.isActive ? (
            <Menu.Item color="red" onClick={() => setAsking('deactivate')}>
              {t('people.deactivate.action')}
            </Menu.Item>
          ) : (
            <Menu.Item onClick={() => reactivate.mutate()}>{t('people.reactivate.action')}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {asking === 'deactivate' ? (
        <ConfirmAct {...confirm('deactivate', { isActive: false })}>
          <p>{t('people.deactivate.text', { name })}</p>
        </ConfirmAct>
      ) : null}
      {asking === 'grant' ? (
        <ConfirmAct {...confirm('grant', { isAdministrator: true })}>
          <p>{t('people.grant.text', { name })}</p>
        </ConfirmAct>
      ) : null}
      {asking === 'revoke' ? (
        <ConfirmAct {...confirm('revoke', { isAdministrator: false })}>
          <p>{isMe ? t('people.revoke.textSelf') : t('people.revoke.text', { name })}</p>
        </ConfirmAct>
      ) : null}
      {asking === 'impersonate' ? <ImpersonateDialog account={account} onClose={stop} /> : null}
      {asking === 'rename' ? <RenameAccount account={account} onClose={stop} onSaved={refresh} /> : null}
      {asking === 'factors' ? (
        <SecondFactorDialog account={account} onClose={stop} onChanged={() => void refresh()} />
      ) : null}
      {asking === 'rights' ? <RightsDialog account={account} onClose={stop} /> : null}
      {asking === 'sessions' ? <SessionsDialog account={account} onClose={stop} /> : null}
      {asking === 'tokens' ? <TokensDialog account={account} onClose={stop} /> : null}
      {asking === 'reset' ? <ResetPassword account={account} onClose={stop} onSaved={refresh} /> : null}
    </>
  );
}

/** Why the portal cannot be seen as somebody; null: it can. The server decides; this is said before. */
function whyNotSeenAs(
  { isActive, isAgent, isAdministrator }: Account,
  isMe: boolean,
): 'self' | 'staff' | 'inactive' | null {
  if (isMe) return 'self';
  if (isAgent || isAdministrator) return 'staff';
  return isActive ? null : 'inactive';
}
