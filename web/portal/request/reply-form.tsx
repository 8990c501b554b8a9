import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { answer, api } from '../../kit/api/client.ts';
import { useAccount } from '../../kit/api/session.ts';
import { ErrorAlert } from '../../kit/components/states.tsx';
import { draftKey, readDraft, writeDraft } from '../../kit/drafts.ts';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Button } from '../../kit/plain/button.tsx';
import { TextArea } from '../../kit/plain/field.tsx';
import { VisuallyHidden } from '../../kit/plain/visually-hidden.tsx';
import { FilesLater } from '../../kit/uploads/files-later.tsx';
import { addPastedFiles } from '../../kit/uploads/paste.ts';
import type { TemporaryFile } from '../../kit/uploads/upload-file.ts';
import { useAfterUploads } from '../../kit/uploads/use-after-uploads.ts';
import { useUploads } from '../../kit/uploads/use-uploads.ts';
import classes from './reply-form.module.css';

/** Words and files to add. Its state is its own: what happens to the request meanwhile does not touch it. */
export function ReplyForm({ requestKey, serviceDeskId }: { requestKey: string; serviceDeskId: string }) {
  const { t } = useTranslation('request');
  const queries = useQueryClient();
  const { accountId } = useAccount();
  const key = draftKey(accountId, `reply:${requestKey}`);
  const [draft] = useState(() => readDraft(sessionStorage, key));
  const [body, setBody] = useState(draft.values['body'] ?? '');
  const uploads = useUploads({ serviceDeskId, initial: draft.files });
  const [problem, setProblem] = useState<string | undefined>();
  const [announcement, setAnnouncement] = useState('');
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    writeDraft(sessionStorage, key, { values: { body }, files: uploads.uploaded });
  }, [key, body, uploads.uploaded]);

  const send = useMutation({
    mutationFn: (reply: Reply) => sendReply(requestKey, reply),
    async onSuccess(_, sent) {
      // what was typed or added while it was sent is the next reply
      setBody((now) => (now === sent.body ? '' : now));
      uploads.forget(sent.files);
      setAnnouncement(t('sent'));
      await queries.invalidateQueries({ queryKey: ['request', requestKey] });
    },
  });

  function focusText(): void {
    form.current?.querySelector('textarea')?.focus();
  }

  function refuse(found: string): void {
    setProblem(found);
    focusText();
  }

  const afterUploads = useAfterUploads(uploads.isUploading, () => {
    if (uploads.list.some((upload) => upload.state === 'failed')) refuse(t('removeFailed'));
    else send.mutate({ body, files: uploads.uploaded });
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (send.isPending || afterUploads.isWaiting) return;
    setAnnouncement('');
    setProblem(undefined);
    if (body.trim() === '' && uploads.list.length === 0) refuse(t('emptyReply'));
    else afterUploads.start();
  }

  return (
    <form ref={form} className={classes['form']} onSubmit={submit} noValidate>
      <TextArea
        label={t('reply')}
        placeholder={t('replyPlaceholder')}
        rows={4}
        value={body}
        error={problem}
        onChange={(event) => {
          setBody(event.currentTarget.value);
          setProblem(undefined);
        }}
        onPaste={(event) => addPastedFiles(event, uploads)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
        }}
      />
      <FilesLater uploads={uploads} aria-label={t('attach')} />
      {send.error && <ErrorAlert error={send.error} />}
      <div className={classes['actions']}>
        <Button type="submit" variant="filled" isWide isBusy={send.isPending || afterUploads.isWaiting}>
          {afterUploads.isWaiting ? t('uploading') : t('send')}
        </Button>
      </div>
      <VisuallyHidden role="status">{announcement}</VisuallyHidden>
    </form>
  );
}

interface Reply {
  readonly body: string;
  readonly files: readonly TemporaryFile[];
}

/** Files go with the words as one answer, so that either both are there or neither. */
async function sendReply(requestKey: string, { body, files }: Reply): Promise<void> {
  const params = { path: { issueIdOrKey: requestKey } };
  if (files.length === 0) {
    await answer(
      api.POST('/rest/servicedeskapi/request/{issueIdOrKey}/comment', {
        params,
        body: { body, public: true },
      }),
    );
    return;
  }
  await answer(
    api.POST('/rest/servicedeskapi/request/{issueIdOrKey}/attachment', {
      params,
      body: {
        temporaryAttachmentIds: files.map((file) => file.temporaryAttachmentId),
        public: true,
        ...(body.trim() !== '' && { additionalComment: { body } }),
      },
    }),
  );
}
