import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../../../kit/api/client.ts';
import { useTranslation } from '../../../kit/i18n/use-translation.ts';

/** A change to who sees a request; `id` of the person (accountId; to invite: e-mail address) or organization. */
export interface PeopleChange {
  readonly kind: 'add' | 'invite' | 'remove' | 'share' | 'unshare';
  readonly id: string;
  readonly name: string;
}

/** Makes changes to who sees a request, and says so. */
export interface PeopleChanges {
  make(change: PeopleChange): void;
  readonly isPending: boolean;
  readonly error: Error | null;
  /** what was done last, for screen readers */
  readonly announcement: string;
}

const said = {
  add: 'people.added',
  invite: 'people.added',
  remove: 'people.removed',
  share: 'people.shared',
  unshare: 'people.unshared',
} as const;

/** Changes to who sees this request, one after the other. */
export function usePeopleChanges(requestKey: string): PeopleChanges {
  const { t } = useTranslation('beside');
  const queries = useQueryClient();
  const [announcement, setAnnouncement] = useState('');
  const change = useMutation({
    mutationFn: (wanted: PeopleChange) => send(requestKey, wanted),
    onSuccess: (_, { kind, name }) => setAnnouncement(t(said[kind], { name })),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['request', requestKey] }),
        queries.invalidateQueries({ queryKey: ['nameable'] }),
      ]),
  });
  return { make: change.mutate, isPending: change.isPending, error: change.error, announcement };
}

async function send(requestKey: string, { kind, id }: PeopleChange): Promise<void> {
  const params = { path: { issueIdOrKey: requestKey } };
  const people = '/rest/servicedeskapi/request/{issueIdOrKey}/participant';
  const organizations = '/rest/portico/1/request/{issueIdOrKey}/organization';
  if (kind === 'add') await answer(api.POST(people, { params, body: { accountIds: [id] } }));
  else if (kind === 'invite')
    await answer(api.POST(people, { params, body: { _portico: { emailAddresses: [id] } } }));
  else if (kind === 'remove') await answer(api.DELETE(people, { params, body: { accountIds: [id] } }));
  else if (kind === 'share')
    await answer(api.POST(organizations, { params, body: { organizationIds: [id] } }));
  else await answer(api.DELETE(organizations, { params, body: { organizationIds: [id] } }));
}
