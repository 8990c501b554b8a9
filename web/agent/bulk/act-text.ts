import { useTranslation } from 'react-i18next';
import type { Operation } from './bulk-queries.ts';

/** What an operation does, in words: "Resolve", "Change of Priority, Assignee". */
export function useActText(): (operation: Operation) => string {
  const { t } = useTranslation('agent');
  return ({ act, about }) => {
    if (act === 'edit' && about.length === 0) return t('bulk.acts.comment');
    return t(`bulk.acts.${act}`, { about: about.join(', ') });
  };
}
