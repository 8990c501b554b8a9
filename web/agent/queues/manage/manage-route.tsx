import { DeskAdministration } from './desk-administration.tsx';
import { ManagePage } from './manage-page.tsx';

/** /projects/{KEY}/queues/manage */
export function ManageRoute() {
  return (
    <DeskAdministration>
      {(desk, queues) => <ManagePage key={desk.id} desk={desk} list={queues} />}
    </DeskAdministration>
  );
}
