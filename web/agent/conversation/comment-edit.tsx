import { Alert, Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../kit/components/states.tsx';
import { asDocument, documentOf, isEmptyDocument, trimDocument } from '../../kit/rich-text/adf.ts';
import { RichTextEditor } from '../../kit/rich-text/rich-text-editor.tsx';
import { mentionable } from '../composer/mentionable.ts';
import { changeComment } from './comment-changes.ts';
import classes from './conversation.module.css';
import type { Comment } from './conversation-queries.ts';

interface CommentEditProps {
  readonly requestKey: string;
  readonly comment: Comment;
  readonly onClose: () => void;
}

/** A comment being changed where it stands. Nothing written is thrown away unasked. */
export function CommentEdit({ requestKey, comment, onClose }: CommentEditProps) {
  const { t } = useTranslation('agent');
  const errorText = useErrorText();
  const queries = useQueryClient();
  const [initial] = useState(() => asDocument(comment._portico.document) ?? documentOf(comment.body));
  const [document, setDocument] = useState(initial);
  const [problem, setProblem] = useState<string | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const isDirty = document !== initial;
  const kind = comment.public ? 'reply' : 'note';
  const searchPeople = useCallback(
    (query: string, signal: AbortSignal) => mentionable(requestKey, kind, query, signal),
    [requestKey, kind],
  );
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: () => changeComment(requestKey, comment.id, trimDocument(document)),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['request', requestKey] });
      onClose();
    },
  });

  function save() {
    if (isPending) return;
    if (!isDirty) onClose();
    else if (isEmptyDocument(document)) setProblem(t('conversation.emptied'));
    else mutate();
  }
  function leave() {
    if (isDirty) setIsAsking(true);
    else onClose();
  }
  return (
    <div className={classes['edit']}>
      <RichTextEditor
        aria-label={t('conversation.editLabel')}
        value={document}
        error={problem}
        autoFocus
        searchPeople={searchPeople}
        onChange={(changed) => {
          setDocument(changed);
          setProblem(null);
          setIsAsking(false);
          if (error) reset();
        }}
        onSubmit={save}
        onEscape={leave}
      />
      {error ? (
        <Alert color="red" role="alert" p="sm">
          {errorText(error)}
        </Alert>
      ) : null}
      {isAsking ? (
        <Group gap="xs" role="group" aria-label={t('edit.discardQuestion')}>
          <Text size="sm">{t('edit.discardQuestion')}</Text>
          <Button autoFocus size="compact-sm" color="red" onClick={onClose}>
            {t('edit.discard')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setIsAsking(false)}>
            {t('edit.keepWriting')}
          </Button>
        </Group>
      ) : (
        <Group gap="xs">
          <Button size="compact-sm" loading={isPending} onClick={save}>
            {t('conversation.saveEdit')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={leave}>
            {t('edit.cancel')}
          </Button>
        </Group>
      )}
    </div>
  );
}
