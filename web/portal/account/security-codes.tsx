import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorAlert } from '../../kit/components/states.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Button } from '../../kit/plain/button.tsx';
import { ConfirmDialog } from '../../kit/plain/confirm-dialog.tsx';
import { RecoveryCodes } from '../second-factor/recovery-codes.tsx';
import classes from './security-page.module.css';
import { makeRecoveryCodes } from './security-queries.ts';

interface SecurityCodesProps {
  readonly left: number;
  readonly owner: string;
  readonly onMade: () => Promise<void>;
}

/** What is left of one's recovery codes, and making new ones. */
export function SecurityCodes({ left, owner, onMade }: SecurityCodesProps) {
  const { t } = useTranslation('second-factor');
  const [isAsking, setIsAsking] = useState(false);
  const making = useMutation({
    mutationFn: makeRecoveryCodes,
    onSuccess: onMade,
    onSettled: () => setIsAsking(false),
  });
  if (making.data) {
    return (
      <div className={classes['panel']}>
        <RecoveryCodes codes={making.data} owner={owner} onDone={() => making.reset()} />
      </div>
    );
  }
  return (
    <>
      {making.error && <ErrorAlert error={making.error} />}
      <p className={classes['text']}>
        {left === 0 ? t('security.codesNone') : t('security.codesLeft', { count: left })}
      </p>
      <Button size="sm" onClick={() => setIsAsking(true)}>
        {t('security.newCodes')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t('security.newCodesTitle')}
          confirm={t('security.newCodes')}
          cancel={t('security.cancel')}
          isBusy={making.isPending}
          onConfirm={() => making.mutate()}
          onCancel={() => setIsAsking(false)}
        >
          <p>{t('security.newCodesText')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
