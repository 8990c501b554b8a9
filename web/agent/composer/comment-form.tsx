import { Alert, Button, Group, Kbd, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../kit/components/states.tsx';
import { tellDone } from '../../kit/notices.ts';
import { isEmptyDocument, lengthOf } from '../../kit/rich-text/adf.ts';
import type { EditorHandle } from '../../kit/rich-text/editor-props.ts';
import { RichTextEditor } from '../../kit/rich-text/rich-text-editor.tsx';
import { FileDrop } from '../../kit/uploads/file-drop.tsx';
import classes from './composer.module.css';
import type { CommentKind } from './drafts.ts';
import { mentionable } from './mentionable.ts';
import { sendComment } from './send-comment.ts';
import { useCannedResponses } from './snippets.ts';
import type { DraftInHand } from './use-draft.ts';

/** The server's limit of a comment, in characters. */
const maxLength = 32_767;

interface CommentFormProps {
  readonly requestKey: string;
  readonly serviceDeskId: string;
  readonly kind: CommentKind;
  readonly customerName: string;
  readonly draft: DraftInHand;
  readonly field: RefObject<EditorHandle | null>;
  /** whoever answered the customer while this was being written */
  readonly answeredMeanwhile: string | null;
  readonly onSent: () => void;
  readonly onClose: () => void;
}

/** Rich text and files of one comment. What was written stays until the server has taken it. */
export function CommentForm(props: CommentFormProps) {
  const { requestKey, serviceDeskId, kind, customerName, draft, field, answeredMeanwhile, onSent, onClose } =
    props;
  const { t } = useTranslation('agent');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [problem, setProblem] = useState<string | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const isReply = kind === 'reply';
  const { uploads } = draft;
  const snippets = useCannedResponses(serviceDeskId, requestKey);
  const searchPeople = useCallback(
    (query: string, signal: AbortSignal) => mentionable(requestKey, kind, query, signal),
    [requestKey, kind],
  );

  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: () =>
      sendComment(requestKey, {
        kind,
        document: draft.document,
        temporaryAttachmentIds: uploads.uploaded.map((file) => file.temporaryAttachmentId),
      }),
    onSuccess: () => {
      draft.clear();
      tellDone(t(isReply ? 'composer.sentReply' : 'composer.sentNote'));
      onSent();
    },
    // After a failure too: the answer may have been lost on its way back, and then the comment is there.
    onSettled: () => queries.invalidateQueries({ queryKey: ['request', requestKey] }),
  });

  function send() {
    if (isPending) return;
    const found = problemOf();
    setProblem(found);
    if (found) field.current?.focus();
    else mutate();
  }

  function problemOf(): string | null {
    if (uploads.isUploading) return t('composer.stillUploading');
    if (isEmptyDocument(draft.document) && uploads.uploaded.length === 0) return t('composer.empty');
    const excess = lengthOf(draft.document) - maxLength;
    return excess > 0 ? t('composer.tooLong', { count: excess }) : null;
  }

  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <RichTextEditor
        handle={field}
        aria-label={t(isReply ? 'composer.replyLabel' : 'composer.noteLabel', { name: customerName })}
        placeholder={t(isReply ? 'composer.replyPlaceholder' : 'composer.notePlaceholder', {
          name: customerName,
        })}
        value={draft.document}
        error={problem}
        searchPeople={searchPeople}
        snippets={snippets}
        onChange={(document) => {
          draft.setDocument(document);
          setProblem(null);
          if (error) reset();
        }}
        onFiles={uploads.add}
        onSubmit={send}
      />
      <FileDrop uploads={uploads} aria-label={t(isReply ? 'composer.filesReply' : 'composer.filesNote')} />
      {answeredMeanwhile ? (
        <Alert color="yellow" role="status" p="xs">
          {t('composer.answeredMeanwhile', { name: answeredMeanwhile })}
        </Alert>
      ) : null}
      {error ? (
        <Alert color="red" role="alert" title={t('composer.failed')} p="sm">
          {errorText(error)} {t('composer.failedKept')}
        </Alert>
      ) : null}
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Button
            type="submit"
            loading={isPending}
            {...(isReply ? {} : { color: 'yellow' })}
            title={`${t('shortcuts.send')} (Ctrl+Enter)`}
          >
            {t(isReply ? 'composer.sendReply' : 'composer.sendNote')}
          </Button>
          <Text span size="xs" c="dimmed" className={classes['hint'] ?? ''} aria-hidden="true">
            <Kbd size="xs">Ctrl</Kbd> <Kbd size="xs">Enter</Kbd>
          </Text>
        </Group>
        {isAsking ? (
          <Group gap="xs" role="group" aria-label={t('composer.discardQuestion')}>
            <Text size="sm">{t('composer.discardQuestion')}</Text>
            <Button
              size="compact-sm"
              color="red"
              variant="light"
              onClick={() => {
                draft.clear();
                setIsAsking(false);
                onClose();
              }}
            >
              {t('composer.discard')}
            </Button>
            <Button size="compact-sm" variant="default" data-autofocus onClick={() => setIsAsking(false)}>
              {t('composer.keep')}
            </Button>
          </Group>
        ) : (
          <Group gap="xs">
            {draft.isEmpty ? null : (
              <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setIsAsking(true)}>
                {t('composer.discard')}
              </Button>
            )}
            <Button size="compact-sm" variant="subtle" color="gray" onClick={onClose}>
              {t(draft.isEmpty ? 'composer.close' : 'composer.closeKeep')}
            </Button>
          </Group>
        )}
      </Group>
    </form>
  );
}
