import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../../../kit/api/client.ts';
import { ErrorAlert } from '../../../kit/components/states.tsx';
import { useTranslation } from '../../../kit/i18n/use-translation.ts';
import { Button } from '../../../kit/plain/button.tsx';
import { ConfirmDialog } from '../../../kit/plain/confirm-dialog.tsx';
import { TextArea } from '../../../kit/plain/field.tsx';
import { VisuallyHidden } from '../../../kit/plain/visually-hidden.tsx';
import { transitionsQuery } from '../request-queries.ts';
import classes from './transitions.module.css';

/** The button that was pressed, which had the focus again, is gone once it cannot be pressed any more. */
function focusTitleIfLost(): void {
  if (document.activeElement === document.body) document.querySelector<HTMLElement>('h1')?.focus();
}

interface Transition {
  readonly id: string;
  readonly name: string;
}

/** What the customer may do with the request now, such as resolving or cancelling it; each asks once. */
export function Transitions({ requestKey }: { requestKey: string }) {
  const { t } = useTranslation('beside');
  const queries = useQueryClient();
  const transitions = useQuery(transitionsQuery(requestKey));
  const [chosen, setChosen] = useState<Transition | null>(null);
  const [comment, setComment] = useState('');
  const [announcement, setAnnouncement] = useState('');

  const go = useMutation({
    mutationFn: ({ id }: Transition) =>
      answer(
        api.POST('/rest/servicedeskapi/request/{issueIdOrKey}/transition', {
          params: { path: { issueIdOrKey: requestKey } },
          body: { id, ...(comment.trim() !== '' && { additionalComment: { body: comment } }) },
        }),
      ),
    async onSuccess(_, { name }) {
      setChosen(null);
      setComment('');
      setAnnouncement(t('transition.done', { name }));
      await queries.invalidateQueries({ queryKey: ['request', requestKey] });
      requestAnimationFrame(focusTitleIfLost);
    },
    // somebody was faster: show what can be done now
    onError: () => queries.invalidateQueries({ queryKey: ['request', requestKey] }),
  });

  const isAny = (transitions.data?.length ?? 0) > 0;
  return (
    <>
      {isAny && (
        <fieldset className={classes['actions']} aria-label={t('transition.actions')}>
          {transitions.data?.map((transition) => (
            <Button
              key={transition.id}
              size="sm"
              isChange
              onClick={() => {
                go.reset();
                setChosen(transition);
              }}
            >
              {transition.name}
            </Button>
          ))}
        </fieldset>
      )}
      <VisuallyHidden role="status">{announcement}</VisuallyHidden>
      {chosen && (
        <ConfirmDialog
          title={t('transition.confirmTitle', { name: chosen.name })}
          confirm={chosen.name}
          cancel={t('people.cancel')}
          isBusy={go.isPending}
          onConfirm={() => go.mutate(chosen)}
          onCancel={() => setChosen(null)}
        >
          <p>{t('transition.confirmText', { key: requestKey })}</p>
          <TextArea
            label={t('transition.confirmComment')}
            rows={3}
            value={comment}
            onChange={(event) => setComment(event.currentTarget.value)}
          />
          {go.error && <ErrorAlert error={go.error} />}
        </ConfirmDialog>
      )}
    </>
  );
}
