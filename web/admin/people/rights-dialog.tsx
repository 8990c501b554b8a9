import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../../kit/components/states.tsx';
import { Time } from '../../kit/components/time.tsx';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { tellDone } from '../../kit/notices.ts';
import { ConfirmAct } from '../forms/confirm-act.tsx';
import { type Right, revokeGrant, rightsQuery } from '../groups/group-queries.ts';
import type { Account } from './people-queries.ts';

/** Everything that somebody may do, with what gives it to them, and ways to take it away. */
export function RightsDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const { accountId, displayName: name } = account;
  const query = useQuery(rightsQuery(accountId));
  const rights = query.data;
  return (
    <Dialog onClose={onClose} title={t('groups.rights.title', { name })} size="lg">
      {!rights ? (
        <QueryState query={query} lines={4} />
      ) : rights.length === 0 ? (
        <Text size="sm">{t('groups.rights.none', { name })}</Text>
      ) : (
        <Stack gap="md">
          {rights.map((right) => (
            <RightView
              key={`${right.right}:${right.place?.kind}:${right.place?.id}`}
              right={right}
              accountId={accountId}
              name={name}
            />
          ))}
        </Stack>
      )}
    </Dialog>
  );
}

function RightView({
  right: { right, place, reasons },
  accountId,
  name,
}: {
  right: Right;
  accountId: string;
  name: string;
}) {
  const { t } = useTranslation('admin');
  const title =
    right === 'member' || right === 'manager'
      ? t(`groups.rights.${right}`, { place: place?.name ?? '' })
      : place
        ? t('groups.roles.at', { role: t(`groups.roles.names.${right}`), desk: place.name })
        : t(`groups.roles.names.${right}`);
  return (
    <section>
      <Text fw={600} size="sm">
        {title}
      </Text>
      {reasons.map((reason) => (
        <ReasonView
          key={`${reason.kind}:${reason.grantId}:${reason.through?.id}`}
          reason={reason}
          place={place}
          title={title}
          accountId={accountId}
          name={name}
        />
      ))}
    </section>
  );
}

interface ReasonViewProps {
  readonly reason: Right['reasons'][number];
  readonly place: Right['place'];
  /** of the right */
  readonly title: string;
  readonly accountId: string;
  readonly name: string;
}

function ReasonView({ reason, place, title, accountId, name }: ReasonViewProps) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const { kind, grantId, through, since, by } = reason;
  const [isAsking, setIsAsking] = useState(false);
  async function onRevoked(): Promise<void> {
    setIsAsking(false);
    tellDone(t('groups.roles.revoked'));
    await queries.invalidateQueries({ queryKey: ['rights', accountId] });
    await queries.invalidateQueries({ queryKey: ['accounts'] });
  }
  const organizationId =
    kind === 'organization' ? through?.id : kind === 'hand' || kind === 'domain' ? place?.id : undefined;
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start" gap="md">
      <Text size="sm" c="dimmed">
        {t(`groups.rights.reasons.${kind}`, { through: through?.name ?? '' })}
        {since ? (
          <>
            , {t('groups.rights.since')} <Time at={since} />
          </>
        ) : null}
        {by ? ` ${t('groups.rights.by', { name: by })}` : ''}
      </Text>
      {kind === 'direct' && grantId !== null ? (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-label={t('groups.rights.revokeLabel', { right: title })}
          onClick={() => setIsAsking(true)}
        >
          {t('groups.roles.revoke')}
        </Button>
      ) : kind === 'group' && through ? (
        <Anchor
          size="sm"
          renderRoot={(props) => <Link {...props} to="/admin/groups/$id" params={{ id: through.id }} />}
        >
          {through.name}
        </Anchor>
      ) : kind === 'open' && place ? (
        <Anchor
          size="sm"
          renderRoot={(props) => <Link {...props} to="/admin/service-desks/$id" params={{ id: place.id }} />}
        >
          {place.name}
        </Anchor>
      ) : organizationId !== undefined ? (
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link {...props} to="/admin/organizations/$id" params={{ id: organizationId }} />
          )}
        >
          {kind === 'organization' ? through?.name : place?.name}
        </Anchor>
      ) : null}
      {isAsking && grantId !== null ? (
        <ConfirmAct
          title={t('groups.rights.revokeTitle', { right: title, name })}
          submit={t('groups.roles.revoke')}
          isDanger
          act={() => revokeGrant(grantId)}
          onDone={() => void onRevoked()}
          onCancel={() => setIsAsking(false)}
        >
          <p>{t('groups.rights.revokeText', { name })}</p>
        </ConfirmAct>
      ) : null}
    </Group>
  );
}
