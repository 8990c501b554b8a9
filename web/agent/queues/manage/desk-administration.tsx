import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, NotFound, QueryState } from '../../../kit/components/states.tsx';
import { type Desk, type DeskQueues, myDesksQuery, queuesQuery } from '../../desks/desk-queries.ts';
import { useLiveDesk } from '../../live.ts';
import { DeskFrame } from '../../shell/desk-frame.tsx';

/** A page of the desk in the address that its administrators set up its queues on. */
export function DeskAdministration({
  children,
}: {
  children: (desk: Desk, queues: DeskQueues) => ReactNode;
}) {
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
      {desk.isAdministrator ? <Administered desk={desk}>{children}</Administered> : <Refused desk={desk} />}
    </DeskFrame>
  );
}

function Administered({
  desk,
  children,
}: {
  desk: Desk;
  children: (desk: Desk, queues: DeskQueues) => ReactNode;
}) {
  useLiveDesk(desk.id);
  const query = useQuery(queuesQuery(desk.id));
  return query.data ? children(desk, query.data) : <QueryState query={query} lines={8} />;
}

function Refused({ desk }: { desk: Desk }) {
  const { t } = useTranslation('queues');
  return (
    <Empty
      title={t('notAdministrator.title')}
      action={
        <Button
          variant="default"
          renderRoot={(props) => (
            <Link {...props} to="/projects/$projectKey" params={{ projectKey: desk.projectKey }} />
          )}
        >
          {t('notAdministrator.back')}
        </Button>
      }
    >
      {t('notAdministrator.text')}
    </Empty>
  );
}
