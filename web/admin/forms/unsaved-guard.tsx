import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../kit/plain/confirm-dialog.tsx';

/** Asks before leaving a page whose changes are not saved, by link, by the browser's buttons, or by closing it. */
export function UnsavedGuard({ isDirty }: { isDirty: boolean }) {
  const { t } = useTranslation('admin');
  const blocker = useBlocker({
    shouldBlockFn: () => isDirty,
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return (
    <ConfirmDialog
      title={t('form.unsaved.title')}
      confirm={t('form.unsaved.leave')}
      cancel={t('form.unsaved.stay')}
      isDanger
      onConfirm={blocker.proceed}
      onCancel={blocker.reset}
    >
      <p>{t('form.unsaved.text')}</p>
    </ConfirmDialog>
  );
}
