import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Empty, QueryState } from '../../kit/components/states.tsx';
import { addFieldStrings } from '../../kit/request-form/fields/words.ts';
import { myDesksQuery } from '../desks/desk-queries.ts';
import { DeskFrame } from '../shell/desk-frame.tsx';
import { NewRequestPage } from './new-request-page.tsx';

// the pickers of people say some before a form is there
await addFieldStrings();

/** /projects/new-request: on the desk that the address names, or else the first one. */
export function NewRequestRoute() {
  const { t } = useTranslation('agent');
  const search = useSearch({ from: '/projects/new-request' });
  const query = useQuery(myDesksQuery);
  const desk =
    query.data?.find(({ projectKey }) => projectKey === search.desk?.toUpperCase()) ?? query.data?.[0];
  if (!query.data || !desk) {
    return (
      <DeskFrame desk={null}>
        {query.data ? <Empty title={t('newRequest.noDesk')} /> : <QueryState query={query} />}
      </DeskFrame>
    );
  }
  return (
    <DeskFrame desk={desk}>
      <NewRequestPage
        key={desk.id}
        desk={desk}
        desks={query.data}
        typeId={search.type}
        customerId={search.customer}
      />
    </DeskFrame>
  );
}
