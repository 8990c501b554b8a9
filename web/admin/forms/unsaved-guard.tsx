import { useTranslation } from 'react-i18next';
import { LeaveGuard } from '../../kit/components/leave-guard.tsx';

/** Asks before leaving a page whose changes are not saved, by link, by the browser's buttons, or by closing it. */
export function UnsavedGuard({ isDirty }: { isDirty: boolean }) {
  const { t } = useTranslation('admin');
  return (
    <LeaveGuard
      isDirty={isDirty}
      title={t('form.unsaved.title')}
      leave={t('form.unsaved.leave')}
      stay={t('form.unsaved.stay')}
    >
      {t('form.unsaved.text')}
    </LeaveGuard>
  );
}
