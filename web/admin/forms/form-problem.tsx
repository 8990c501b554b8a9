import { useTranslation } from 'react-i18next';
import { Note } from '../../kit/plain/note.tsx';

/** Why a form was not saved, when it concerns no field of it. */
export function FormProblem({ problem }: { problem: string | null }) {
  const { t } = useTranslation('admin');
  if (problem === null) return null;
  return (
    <Note tone="error" role="alert" title={t('form.failed')}>
      {problem} {t('form.kept')}
    </Note>
  );
}
