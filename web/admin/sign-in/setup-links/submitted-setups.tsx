import { Anchor, List } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../kit/api/client.ts';
import { Note } from '../../../kit/plain/note.tsx';

/** What customers' IT has filled in and handed over, each with the way to it; nothing when there is nothing. */
export function SubmittedSetups() {
  const { t } = useTranslation('admin');
  const { data } = useQuery({
    queryKey: ['identity-providers', 'submitted'],
    queryFn: ({ signal }) => answer(api.GET('/rest/portico/1/submitted-setup', { signal })),
  });
  const setups = data?.values ?? [];
  if (setups.length === 0) return null;
  return (
    <Note tone="info" title={t('setupLinks.submittedTitle')}>
      <List size="sm">
        {setups.map(({ providerId, providerName, submittedAt }) => (
          <List.Item key={`${providerId} ${submittedAt}`}>
            <Anchor
              fz="inherit"
              underline="always"
              renderRoot={(props) => <Link {...props} to="/admin/sign-in/$id" params={{ id: providerId }} />}
            >
              {t('setupLinks.submittedBy', { provider: providerName })}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Note>
  );
}
