import { useTranslation } from 'react-i18next';
import type { SharePermission } from './filters-queries.ts';

/** Says with whom something is shared: 'Everyone who works here', 'Group night-shift'. */
export function useShareText(): (share: SharePermission) => string {
  const { t } = useTranslation('search');
  return ({ type, group, project, user }) => {
    switch (type) {
      case 'group':
        return group?.name ?? t('dialog.group');
      case 'project':
        return project?.name ?? t('dialog.project');
      case 'project-unknown':
        return t('dialog.unknownProject');
      case 'user':
        return user?.displayName ?? t('dialog.user');
      default:
        return t('dialog.kinds.authenticated');
    }
  };
}

/** One id for whom something is shared with. */
export function idOf({ type, group, project, user }: SharePermission): string {
  return [kindOf(type), group?.groupId ?? group?.name, project?.id, user?.accountId]
    .filter(Boolean)
    .join(' ');
}

/** Jira has several words for everyone. */
function kindOf(type: string): string {
  return ['global', 'loggedin', 'authenticated'].includes(type) ? 'authenticated' : type;
}
