import { useTranslation } from 'react-i18next';
import { SectionTabs } from '../shell/section-tabs.tsx';

/** Who has accounts here: people, and programs; and the API tokens of all of them. */
export function PeopleTabs() {
  const { t } = useTranslation('admin');
  return (
    <SectionTabs
      label={t('people.tokens.sections')}
      tabs={[
        { to: '/admin/people', name: t('people.tokens.people') },
        { to: '/admin/people/invitations', name: t('invitations.open') },
        { to: '/admin/people/service-accounts', name: t('people.tokens.serviceAccounts') },
        { to: '/admin/people/tokens', name: t('people.tokens.all') },
        { to: '/admin/people/seen-as', name: t('impersonation.tab') },
      ]}
    />
  );
}
