import { Type } from 'typebox';
import { jqlSchema } from '../search/input.ts';
import { maxShares } from './shares.ts';

const id = Type.Optional(Type.String({ maxLength: 128 }));
const name = Type.Optional(Type.String({ maxLength: 255 }));

/** With whom a filter is to be shared (SharePermissionInput), or with whom it is as it is shown. */
export const shareInputSchema = Type.Object({
  id: Type.Optional(Type.Union([Type.Integer(), Type.String({ maxLength: 20 })])),
  type: Type.String({
    maxLength: 50,
    description: 'user, group, project, or authenticated: everyone who works here',
  }),
  rights: Type.Optional(Type.Integer({ description: '1: to use it, 3: to change it' })),
  accountId: id,
  groupId: id,
  groupname: name,
  projectId: id,
  projectRoleId: id,
  user: Type.Optional(Type.Object({ accountId: id })),
  group: Type.Optional(
    Type.Object({ name, groupId: Type.Optional(Type.Union([Type.String(), Type.Null()])) }),
  ),
  project: Type.Optional(Type.Object({ id, key: name })),
});

/** What a filter is made of or changed to. What else Jira shows of one may be sent back, and changes nothing. */
export const filterBody = Type.Object({
  name: Type.Optional(Type.String({ maxLength: 1000 })),
  description: Type.Optional(Type.String({ maxLength: 40_000 })),
  jql: Type.Optional(jqlSchema),
  favourite: Type.Optional(Type.Boolean()),
  sharePermissions: Type.Optional(
    Type.Array(shareInputSchema, {
      maxItems: maxShares,
      description: 'With whom it is shared; not given: as before, and of a new one by your defaultShareScope',
    }),
  ),
  editPermissions: Type.Optional(
    Type.Array(shareInputSchema, { maxItems: maxShares, description: 'Who else may change it' }),
  ),
});
