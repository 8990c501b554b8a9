import { type Static, Type } from '@fastify/type-provider-typebox';
import type { Right } from './rights.ts';
import { type KeptGrant, roles } from './store.ts';

const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const time = Type.String({ format: 'date-time' });

export const roleSchema = Type.Enum([...roles], {
  description:
    'administrator: of the whole site. desk-administrator: of one service desk, and an agent of it. agent: works there. customer: named for it',
});

export const grantSchema = Type.Object(
  {
    id: Type.String(),
    role: roleSchema,
    serviceDesk: orNull(
      Type.Object({ id: Type.String(), projectKey: Type.String(), portalName: Type.String() }),
    ),
    account: orNull(
      Type.Object({
        accountId: Type.String(),
        displayName: Type.String(),
        emailAddress: orNull(Type.String()),
      }),
    ),
    group: orNull(Type.Object({ groupId: Type.String(), name: Type.String() })),
    grantedAt: time,
    grantedBy: orNull(Type.String()),
  },
  { title: 'RoleGrant' },
);

export function grantJson({ desk, account, grantedAt, ...rest }: KeptGrant): Static<typeof grantSchema> {
  return {
    ...rest,
    serviceDesk: desk,
    account: account && {
      accountId: account.accountId,
      displayName: account.displayName,
      emailAddress: account.email,
    },
    grantedAt: grantedAt.toISOString(),
  };
}

export const rightSchema = Type.Object(
  {
    right: Type.Enum([...roles, 'member', 'manager']),
    place: orNull(
      Type.Object({
        kind: Type.Enum(['service-desk', 'organization']),
        id: Type.String(),
        name: Type.String(),
      }),
      // null: the whole site
    ),
    reasons: Type.Array(
      Type.Object({
        kind: Type.Enum(['direct', 'group', 'hand', 'domain', 'organization', 'open'], {
          description:
            'direct: granted to the person. group: through a group. hand: made a member by hand. domain: by the e-mail domain. organization: as a member of it. open: everybody who has an account',
        }),
        grantId: orNull(Type.String()),
        through: orNull(Type.Object({ id: Type.String(), name: Type.String() })),
        since: orNull(time),
        by: orNull(Type.String()),
      }),
      { description: 'Each by itself is enough for the right' },
    ),
  },
  { title: 'Right' },
);

export function rightJson({ right, place, reasons }: Right): Static<typeof rightSchema> {
  return {
    right,
    place,
    reasons: reasons.map(({ since, ...reason }) => ({ ...reason, since: since?.toISOString() ?? null })),
  };
}
