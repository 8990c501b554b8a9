import { Anchor, Button, Group, Paper, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { QueryState, useErrorText } from '../../kit/components/states.tsx';
import { Time } from '../../kit/components/time.tsx';
import { tellDone, tellFailure } from '../../kit/notices.ts';
import { Note } from '../../kit/plain/note.tsx';
import { ConfirmAct } from '../forms/confirm-act.tsx';
import classes from './mail.module.css';
import { MailBody } from './mail-body.tsx';
import { type Message, mailQuery, messageQuery, removeMessage, sendMessage } from './mail-queries.ts';
import { StateBadge } from './messages-tab.tsx';

/** /admin/mail/messages/{id}: one message, where it is on its way, and what it says. */
export function MessagePage() {
  const { t } = useTranslation('admin');
  const { id = '' } = useParams({ strict: false });
  const query = useQuery(messageQuery(id));
  const message = query.data;
  return (
    <Stack gap="md">
      <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/admin/mail" />}>
        ← {t('mail.back')}
      </Anchor>
      {message ? (
        <>
          <Group gap="sm">
            <PageTitle title={message.subject} />
            <StateBadge state={message.state} />
          </Group>
          <Paper p="lg">
            <Stack gap="md">
              <Facts message={message} />
              <Trouble message={message} />
              <Acts message={message} />
            </Stack>
          </Paper>
          {message.text === null ? (
            <Note tone="info">{t(message.isSecret ? 'mail.message.secret' : 'mail.message.gone')}</Note>
          ) : (
            <MailBody htmlAddress={`/rest/portico/1/mail/message/${message.id}/html`} text={message.text} />
          )}
        </>
      ) : (
        <QueryState query={query} lines={8} />
      )}
    </Stack>
  );
}

function Facts({ message }: { message: Message }) {
  const { t } = useTranslation('admin');
  const { fromName, replyTo, toName, toAddress, createdAt, sentAt, triedAt, attempts, response, messageId } =
    message;
  return (
    <dl className={classes['facts']}>
      {fromName ? (
        <>
          <dt>{t('mail.message.from')}</dt>
          <dd>{fromName}</dd>
        </>
      ) : null}
      {replyTo ? (
        <>
          <dt>{t('mail.message.replyTo')}</dt>
          <dd>{replyTo}</dd>
        </>
      ) : null}
      <dt>{t('mail.message.to')}</dt>
      <dd>{toName === null ? toAddress : `${toName} <${toAddress}>`}</dd>
      <dt>{t('mail.message.created')}</dt>
      <dd>
        <Time at={createdAt} />
      </dd>
      {sentAt ? (
        <>
          <dt>{t('mail.message.sent')}</dt>
          <dd>
            <Time at={sentAt} />
          </dd>
        </>
      ) : null}
      {triedAt && !sentAt ? (
        <>
          <dt>{t('mail.message.tried')}</dt>
          <dd>
            <Time at={triedAt} />
          </dd>
        </>
      ) : null}
      {attempts > 0 ? (
        <>
          <dt>{t('mail.message.tries')}</dt>
          <dd>{attempts}</dd>
        </>
      ) : null}
      {response ? (
        <>
          <dt>{t('mail.message.answered')}</dt>
          <dd>{response}</dd>
        </>
      ) : null}
      <dt>{t('mail.message.id')}</dt>
      <dd>{messageId}</dd>
    </dl>
  );
}

function Trouble({ message: { state, problem } }: { message: Message }) {
  const { t } = useTranslation('admin');
  if (state === 'kept') return <Note tone="info" title={t('mail.message.kept')} />;
  if (problem === null) return null;
  return state === 'failed' ? (
    <Note tone="error" title={t('mail.message.givenUp')}>
      {problem}
    </Note>
  ) : (
    <Note tone="info" title={t('mail.message.problem')}>
      {problem}
    </Note>
  );
}

function Acts({ message }: { message: Message }) {
  const { t } = useTranslation('admin');
  const errorText = useErrorText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const hasServer = (useQuery(mailQuery).data?.settings ?? null) !== null;
  const [isRemoving, setRemoving] = useState(false);
  const send = useMutation({
    mutationFn: () => sendMessage(message.id),
    onSuccess: () => tellDone(t('mail.message.sending')),
    onError: (error) => tellFailure(t('mail.failing'), errorText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['mail'] }),
  });
  const isStuck = message.state === 'kept' || message.state === 'failed';
  return (
    <Group gap="xs">
      {isStuck && hasServer ? (
        <Button loading={send.isPending} onClick={() => send.mutate()}>
          {t(message.state === 'kept' ? 'mail.message.send' : 'mail.message.sendAgain')}
        </Button>
      ) : null}
      <Button variant="default" onClick={() => setRemoving(true)}>
        {t('mail.message.remove')}
      </Button>
      {isRemoving ? (
        <ConfirmAct
          title={t('mail.message.removeTitle')}
          submit={t('mail.message.remove')}
          isDanger
          act={() => removeMessage(message.id)}
          onDone={() => {
            tellDone(t('mail.message.removed'));
            void queries.invalidateQueries({ queryKey: ['mail', 'messages'] });
            void navigate({ to: '/admin/mail' });
          }}
          onCancel={() => setRemoving(false)}
        >
          <p>{t('mail.message.removeText')}</p>
        </ConfirmAct>
      ) : null}
    </Group>
  );
}
