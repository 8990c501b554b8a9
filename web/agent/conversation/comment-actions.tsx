import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { useErrorText } from '../../kit/components/states.tsx';
import { tellFailure } from '../../kit/notices.ts';
import { deleteComment, mayChangeAllQuery } from './comment-changes.ts';
import classes from './conversation.module.css';
import type { Comment } from './conversation-queries.ts';

interface CommentActionsProps {
  readonly requestKey: string;
  readonly comment: Comment;
  readonly onEdit: () => void;
}

/** What can be done with a comment by who has written it, and by administrators of the desk. */
export function CommentActions({ requestKey, comment, onEdit }: CommentActionsProps) {
  const { t } = useTranslation('agent');
  const me = useAccount();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const isMine = comment.author.accountId === me.accountId;
  const mayChangeAll = useQuery({ ...mayChangeAllQuery(requestKey), enabled: !isMine });
  const removal = useMutation({
    mutationFn: () => deleteComment(requestKey, comment.id),
    onError: (error) => tellFailure(t('conversation.notDeleted'), errorText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['request', requestKey] }),
  });
  if (!isMine && !mayChangeAll.data) return null;
  const name = comment.author.displayName;
  if (isAsking) {
    return (
      <Group gap={4} role="group" aria-label={t('conversation.deleteQuestion')}>
        <Text size="sm">{t('conversation.deleteQuestion')}</Text>
        <Button
          autoFocus
          size="compact-xs"
          color="red"
          loading={removal.isPending}
          onClick={() => removal.mutate()}
        >
          {t('conversation.delete')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => setIsAsking(false)}>
          {t('edit.cancel')}
        </Button>
      </Group>
    );
  }
  return (
    <span className={classes['entryActions']}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={24}
        aria-label={t('conversation.editOf', { name })}
        title={t('conversation.edit')}
        onClick={onEdit}
      >
        <IconPencil size={14} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={24}
        aria-label={t('conversation.deleteOf', { name })}
        title={t('conversation.delete')}
        onClick={() => setIsAsking(true)}
      >
        <IconTrash size={14} aria-hidden="true" />
      </ActionIcon>
    </span>
  );
}
