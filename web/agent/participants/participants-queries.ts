import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';

const people = '/rest/servicedeskapi/request/{issueIdOrKey}/participant';
const organizations = '/rest/portico/1/request/{issueIdOrKey}/organization';

/** A person or an organization that sees a request beside its reporter, or could. */
export interface Participant {
  readonly kind: 'person' | 'organization' | 'newcomer';
  /** accountId, or organization id; of somebody who has no account yet: the e-mail address */
  readonly id: string;
  readonly name: string;
  readonly email?: string | undefined;
}

const mostPeople = 100;

/** Who takes part in a request, and the organizations that it is shared with. */
export function participantsQuery(issueIdOrKey: string) {
  const path = { issueIdOrKey };
  return queryOptions({
    queryKey: ['request', issueIdOrKey, 'participants'],
    queryFn: async ({ signal }): Promise<Participant[]> => {
      const [taking, sharing] = await Promise.all([
        answer(api.GET(people, { params: { path, query: { limit: mostPeople } }, signal })),
        answer(api.GET(organizations, { params: { path }, signal })),
      ]);
      return [...taking.values.map(asPerson), ...sharing.organizations.map(asOrganization)];
    },
  });
}

/** Whom an agent could let see a request, by a part of the name or e-mail address. */
export function candidatesQuery(issueIdOrKey: string, query: string) {
  const params = { path: { issueIdOrKey }, query: { query } };
  return queryOptions({
    queryKey: ['request', issueIdOrKey, 'participant-candidates', query],
    queryFn: async ({ signal }): Promise<Participant[]> => {
      const [found, sharing] = await Promise.all([
        answer(api.GET('/rest/portico/1/request/{issueIdOrKey}/participant-candidate', { params, signal })),
        answer(api.GET('/rest/portico/1/request/{issueIdOrKey}/organization-candidate', { params, signal })),
      ]);
      const known = [...found.values.map(asPerson), ...sharing.values.map(asOrganization)];
      const isNew = known.length === 0 && /^\S+@\S+\.\S+$/.test(query);
      return isNew ? [{ kind: 'newcomer', id: query, name: query }] : known;
    },
    enabled: query !== '',
  });
}

interface ApiPerson {
  readonly accountId: string;
  readonly displayName: string;
  readonly emailAddress?: string | undefined;
}

function asPerson({ accountId, displayName, emailAddress }: ApiPerson): Participant {
  return { kind: 'person', id: accountId, name: displayName, email: emailAddress };
}

function asOrganization({ id, name }: { readonly id: string; readonly name: string }): Participant {
  return { kind: 'organization', id, name };
}

/** Lets somebody see the request. */
export async function addParticipant(issueIdOrKey: string, { kind, id }: Participant): Promise<void> {
  const params = { path: { issueIdOrKey } };
  if (kind === 'person') await answer(api.POST(people, { params, body: { accountIds: [id] } }));
  else if (kind === 'newcomer') {
    await answer(api.POST(people, { params, body: { _portico: { emailAddresses: [id] } } }));
  } else await answer(api.POST(organizations, { params, body: { organizationIds: [id] } }));
}

/** Lets them see it no more. */
export async function removeParticipant(issueIdOrKey: string, { kind, id }: Participant): Promise<void> {
  const params = { path: { issueIdOrKey } };
  if (kind === 'person') await answer(api.DELETE(people, { params, body: { accountIds: [id] } }));
  else await answer(api.DELETE(organizations, { params, body: { organizationIds: [id] } }));
}
