import { Button, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Time } from '../../kit/components/time.tsx';
import { tellDone } from '../../kit/notices.ts';
import { ConfirmAct } from '../forms/confirm-act.tsx';
import { ActionsCell, Cell, ResponsiveTable } from '../lists/responsive-table.tsx';
import { type Grant, revokeGrant } from './group-queries.ts';

interface GrantListProps {
  readonly label: string;
  /** of the first column */
  readonly heading: string;
  readonly grants: readonly Grant[];
  readonly empty: string;
  readonly show: (grant: Grant) => ReactNode;
  readonly showRole?: (grant: Grant) => ReactNode;
  readonly onRevoked: () => void;
}

/** What was granted, since when and by whom, each with a way to take it away, which asks first. */
export function GrantList(props: GrantListProps) {
  const { label, heading, grants, empty, show, showRole, onRevoked } = props;
  const { t } = useTranslation('admin');
  const [ending, setEnding] = useState<Grant | null>(null);
  if (grants.length === 0) return <Text c="dimmed">{empty}</Text>;
  return (
    <>
      <ResponsiveTable
        label={label}
        columns={[heading, ...(showRole ? [t('groups.roles.role')] : []), t('groups.members.since'), '']}
      >
        {grants.map((grant) => (
          <tr key={grant.id}>
            <Cell>{show(grant)}</Cell>
            {showRole ? <Cell label={t('groups.roles.role')}>{showRole(grant)}</Cell> : null}
            <Cell label={t('groups.members.since')}>
              <span>
                <Time at={grant.grantedAt} />
                {grant.grantedBy ? `, ${t('groups.members.by', { name: grant.grantedBy })}` : ''}
              </span>
            </Cell>
            <ActionsCell>
              <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setEnding(grant)}>
                {t('groups.roles.revoke')}
              </Button>
            </ActionsCell>
          </tr>
        ))}
      </ResponsiveTable>
      {ending ? (
        <ConfirmAct
          title={t('groups.roles.revokeTitle')}
          submit={t('groups.roles.revoke')}
          isDanger
          act={() => revokeGrant(ending.id)}
          onCancel={() => setEnding(null)}
          onDone={() => {
            tellDone(t('groups.roles.revoked'));
            setEnding(null);
            onRevoked();
          }}
        >
          <p>{t('groups.roles.revokeText')}</p>
        </ConfirmAct>
      ) : null}
    </>
  );
}
