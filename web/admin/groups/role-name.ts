import { useTranslation } from 'react-i18next';
import type { Grant } from './group-queries.ts';

/** Says a role and where it holds. */
export function useRoleName(): (grant: {
  readonly role: Grant['role'];
  readonly deskName: string | null;
}) => string {
  const { t } = useTranslation('admin');
  return ({ role, deskName }) => {
    const name = t(`groups.roles.names.${role}`);
    return deskName === null ? name : t('groups.roles.at', { role: name, desk: deskName });
  };
}
