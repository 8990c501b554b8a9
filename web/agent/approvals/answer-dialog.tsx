import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorAlert } from '../../kit/components/states.tsx';
import { tellDone } from '../../kit/notices.ts';
import { answerApproval } from './approvals-queries.ts';

interface AnswerDialogProps {
  readonly requestKey: string;
  readonly approvalId: string;
  readonly decision: 'approve' | 'decline';
  readonly onClose: () => void;
}

/** Asks an agent who is an approver once, with room for a comment. */
export function AnswerDialog({ requestKey, approvalId, decision, onClose }: AnswerDialogProps) {
  const { t } = useTranslation('agent');
  const queries = useQueryClient();
  const [comment, setComment] = useState('');
  const send = useMutation({
    mutationFn: () => answerApproval(requestKey, approvalId, { decision, comment }),
    onSuccess() {
      tellDone(t('approvals.done', { key: requestKey }));
      onClose();
    },
    // somebody may have been faster: show what is so now
    onSettled: () => queries.invalidateQueries({ queryKey: ['request', requestKey] }),
  });
  const title = t(decision === 'approve' ? 'approvals.approveTitle' : 'approvals.declineTitle', {
    key: requestKey,
  });
  return (
    <Modal opened onClose={onClose} title={title}>
      <Stack gap="sm">
        <Text size="sm">{t('approvals.text')}</Text>
        <Textarea
          label={t('approvals.comment')}
          autosize
          minRows={3}
          maxRows={10}
          data-autofocus
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
        {send.error ? <ErrorAlert error={send.error} title={t('approvals.refused')} /> : null}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('approvals.cancel')}
          </Button>
          <Button
            {...(decision === 'decline' && { color: 'red' })}
            loading={send.isPending}
            onClick={() => send.mutate()}
          >
            {t(decision === 'approve' ? 'approvals.approve' : 'approvals.decline')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
