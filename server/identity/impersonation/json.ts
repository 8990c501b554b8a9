import { type Static, Type } from '@fastify/type-provider-typebox';
import { endReasons, type Impersonation } from './store.ts';

const time = Type.String({ format: 'date-time' });
const partySchema = Type.Object({ accountId: Type.String(), displayName: Type.String() });
const endSchema = {
  endedAt: Type.Union([time, Type.Null()]),
  endReason: Type.Union([Type.Enum([...endReasons]), Type.Null()], {
    description:
      'hand: somebody ended it; time: it lasted its time; session: the administrator’s was over; role: that one is ' +
      'no administrator any more; account: the person was deactivated, or works here now',
  }),
};

/** One as the tab shows it in which the portal is seen. */
export const shownImpersonationSchema = Type.Object(
  {
    id: Type.String({ description: 'For the header x-portico-as, or ?as=' }),
    person: partySchema,
    organizations: Type.Array(Type.String(), { description: 'Names of those of the person; at most ten' }),
    locale: Type.Union([Type.String(), Type.Null()], { description: 'Of the administrator' }),
    until: time,
    ...endSchema,
  },
  { title: 'Impersonation' },
);

/** One in the list of all. */
export const listedImpersonationSchema = Type.Object({
  id: Type.String(),
  impersonator: partySchema,
  person: partySchema,
  reason: Type.String(),
  address: Type.Union([Type.String(), Type.Null()]),
  startedAt: time,
  until: time,
  ...endSchema,
  opened: Type.Array(Type.String(), { description: 'Keys of the requests that were opened' }),
});

export const impersonationSettingsSchema = {
  tellsPerson: Type.Boolean({ description: 'People are told by mail when it has ended' }),
  version: Type.Integer({ minimum: 0, description: '0 while nobody has decided anything' }),
};

/** @param organizations names of those of the person */
export function shownImpersonationJson(
  impersonation: Impersonation,
  organizations: string[],
): Static<typeof shownImpersonationSchema> {
  const { publicId, person, impersonator, until } = impersonation;
  return {
    id: publicId,
    person: partyJson(person),
    organizations,
    locale: impersonator.locale,
    until: until.toISOString(),
    ...endJson(impersonation),
  };
}

export function listedImpersonationJson(
  impersonation: Impersonation & { readonly opened: readonly string[] },
): Static<typeof listedImpersonationSchema> {
  const { publicId, person, impersonator, reason, address, startedAt, until, opened } = impersonation;
  return {
    id: publicId,
    impersonator: partyJson(impersonator),
    person: partyJson(person),
    reason,
    address,
    startedAt: startedAt.toISOString(),
    until: until.toISOString(),
    ...endJson(impersonation),
    opened: [...opened],
  };
}

function partyJson({ accountId, displayName }: Impersonation['person'] | Impersonation['impersonator']) {
  return { accountId, displayName };
}

function endJson({ endedAt, endReason }: Impersonation) {
  return { endedAt: endedAt?.toISOString() ?? null, endReason };
}
