import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CannedResponses } from '../../kit/canned-responses/canned-responses.tsx';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { NotFound, QueryState } from '../../kit/components/states.tsx';
import { myDesksQuery } from '../desks/desk-queries.ts';
import { DeskFrame } from '../shell/desk-frame.tsx';

/** /projects/{KEY}/canned-responses */
export function CannedResponsesRoute() {
  const { t } = useTranslation('canned');
  const { projectKey = '' } = useParams({ strict: false });
  const query = useQuery(myDesksQuery);
  const desk = query.data?.find((candidate) => candidate.projectKey === projectKey.toUpperCase());
  if (!query.data || !desk) {
    return (
      <DeskFrame desk={null}>{query.data ? <NotFound isNested /> : <QueryState query={query} />}</DeskFrame>
    );
  }
  return (
    <DeskFrame desk={desk}>
      <CannedResponses key={desk.id} deskId={desk.id} title={<PageTitle title={t('title')} />} />
    </DeskFrame>
  );
}
