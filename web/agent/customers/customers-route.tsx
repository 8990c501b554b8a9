import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { NotFound, QueryState } from '../../kit/components/states.tsx';
import { myDesksQuery } from '../desks/desk-queries.ts';
import { DeskFrame } from '../shell/desk-frame.tsx';
import { CustomersPage } from './customers-page.tsx';

/** /projects/{KEY}/customers */
export function CustomersRoute() {
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
      <CustomersPage key={desk.id} desk={desk} />
    </DeskFrame>
  );
}
