import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../kit/components/states.tsx';
import { ConfirmDialog } from '../../kit/plain/confirm-dialog.tsx';
import { Note } from '../../kit/plain/note.tsx';

interface ConfirmActProps {
  readonly title: string;
  /** what will happen, and to whom */
  readonly children: ReactNode;
  readonly submit: string;
  readonly isDanger?: boolean;
  readonly act: () => Promise<unknown>;
  readonly onDone: () => void;
  readonly onCancel: () => void;
  /** what to add to a refusal, such as the way out of it */
  readonly advice?: (error: unknown) => string | null;
}

/** Says what an act will do, does it when confirmed, and stays with the reason when it is refused. */
export function ConfirmAct(props: ConfirmActProps) {
  const { title, children, submit, isDanger = false, act, onDone, onCancel, advice } = props;
  const { t } = useTranslation('admin');
  const errorText = useErrorText();
  const [refusal, setRefusal] = useState<unknown>(null);
  const { mutate, isPending } = useMutation({ mutationFn: act, onSuccess: onDone, onError: setRefusal });
  // outside of whatever opened it, such as a table's cell, whose text would lend it its looks
  return createPortal(
    <ConfirmDialog
      title={title}
      confirm={submit}
      cancel={t('form.cancel')}
      isDanger={isDanger}
      isBusy={isPending}
      onConfirm={() => {
        setRefusal(null);
        mutate();
      }}
      onCancel={onCancel}
    >
      {children}
      {refusal ? (
        <Note tone="error" role="alert">
          {errorText(refusal)} {advice?.(refusal)}
        </Note>
      ) : null}
    </ConfirmDialog>,
    document.body,
  );
}
