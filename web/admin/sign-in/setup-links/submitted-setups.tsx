import { Anchor, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Note } from '../../../kit/plain/note.tsx';
import { submittedQuery } from './setup-link-queries.ts';
import { useSubmissionText } from './use-submission-text.ts';

/** What customers' IT has filled in and handed over, each with the way to it; nothing when there is nothing. */
export function SubmittedSetups() {
  const { t } = useTranslation('admin');
  const submissionText = useSubmissionText();
  const { data: setups = [] } = useQuery(submittedQuery);
  if (setups.length === 0) return null;
  return (
    <Note tone="info" title={t('setupLinks.submittedTitle')}>
      <List size="sm">
        {setups.map(({ providerId, providerName, submitted, version }) => (
          <List.Item key={`${providerId} ${submitted.at}`}>
            <Anchor
              fz="inherit"
              underline="always"
              renderRoot={(props) => <Link {...props} to="/admin/sign-in/$id" params={{ id: providerId }} />}
            >
              {t('setupLinks.submittedBy', { provider: providerName })}
            </Anchor>
            <Text fz="inherit">{submissionText(submitted, version)}</Text>
          </List.Item>
        ))}
      </List>
    </Note>
  );
}
