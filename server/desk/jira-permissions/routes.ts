import { Type } from 'typebox';
import { accountByAccountId, requireViewer } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Forbidden, Invalid } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireAgentRequest, requireStaff } from '../access.ts';
import type { Person } from '../access-rules.ts';
import { accountIdPattern } from '../addresses.ts';
import { apiVersions, operationIn } from '../issues/api-version.ts';
import { listProjects, requireProject } from '../projects/store.ts';
import { isHeld, type Permission, permissions } from './permissions.ts';
import { issuesServed, standingAnywhere, standingAt } from './standing.ts';

const tags = ['Permissions'];
const permissionProperties = {
  id: Type.String(),
  key: Type.String(),
  name: Type.String(),
  type: Type.String(),
  description: Type.String(),
};
const keysSchema = Type.Array(Type.String({ maxLength: 100 }), { maxItems: 200 });
const numbersSchema = Type.Array(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }), {
  maxItems: 1000,
});
/** Most projects that are looked through. */
const maxProjects = 1000;

/** What people may do, in Jira's words. */
export function permissionRoutes(app: App, { db }: Platform): void {
  for (const version of apiVersions) {
    const named = (operation: string) => operationIn(version, operation);
    const path = `/rest/api/${version}` as const;

    app.get(
      `${path}/permissions`,
      {
        schema: {
          operationId: named('getAllPermissions'),
          tags,
          summary: 'The permissions that Jira knows',
          response: {
            200: Type.Object({
              permissions: Type.Record(Type.String(), Type.Object(permissionProperties)),
            }),
            ...errorResponses(401, 403),
          },
        },
      },
      async (request) => {
        await requireStaff(db, requireViewer(request));
        return {
          permissions: Object.fromEntries(permissions.map(({ holder, ...shown }) => [shown.key, shown])),
        };
      },
    );

    app.get(
      `${path}/mypermissions`,
      {
        schema: {
          operationId: named('getMyPermissions'),
          tags,
          summary: 'What you may do: in a project, with an issue, or anywhere',
          querystring: Type.Object({
            projectKey: Type.Optional(Type.String({ maxLength: 20 })),
            projectId: Type.Optional(Type.String({ maxLength: 20 })),
            issueKey: Type.Optional(Type.String({ maxLength: 50 })),
            issueId: Type.Optional(Type.String({ maxLength: 20 })),
            permissions: Type.Optional(
              Type.Union([Type.String({ maxLength: 4000 }), keysSchema], {
                description: 'Keys apart by commas; default all',
              }),
            ),
          }),
          response: {
            200: Type.Object(
              {
                permissions: Type.Record(
                  Type.String(),
                  Type.Object({ ...permissionProperties, havePermission: Type.Boolean() }),
                ),
              },
              { title: 'MyPermissions' },
            ),
            ...errorResponses(400, 401, 404),
          },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        const { projectKey, projectId, issueKey, issueId, permissions: asked } = request.query;
        const wanted = asked === undefined ? permissions : permissionsNamed([asked].flat());
        const issue = issueId ?? issueKey;
        const project = projectId ?? projectKey;
        const standing =
          issue === undefined && project === undefined
            ? await standingAnywhere(db, viewer)
            : await standingAt(db, viewer, await deskOf(db, viewer, { issue, project }));
        return {
          permissions: Object.fromEntries(
            wanted.map((permission) => {
              const { holder, ...shown } = permission;
              return [shown.key, { ...shown, havePermission: isHeld(permission, standing) }];
            }),
          ),
        };
      },
    );

    app.post(
      `${path}/permissions/project`,
      {
        schema: {
          operationId: named('getPermittedProjects'),
          tags,
          summary: 'The projects in which you have all of some permissions',
          body: Type.Object({ permissions: keysSchema }, { additionalProperties: false }),
          response: {
            200: Type.Object({
              projects: Type.Array(Type.Object({ id: Type.Integer(), key: Type.String() })),
            }),
            ...errorResponses(400, 401, 403),
          },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        await requireStaff(db, viewer);
        const wanted = permissionsNamed(request.body.permissions);
        const { projects } = await listProjects(db, viewer, {}, { start: 0, limit: maxProjects });
        const held = projects.filter(({ isAdministrator }) => {
          const standing = {
            isAgent: true,
            isDeskAdministrator: isAdministrator,
            isAdministrator: viewer.isAdministrator,
          };
          return wanted.every((permission) => isHeld(permission, standing));
        });
        return { projects: held.map(({ id, key }) => ({ id: Number(id), key })) };
      },
    );

    app.post(
      `${path}/permissions/check`,
      {
        schema: {
          operationId: named('getBulkPermissions'),
          tags,
          summary:
            'Which of some permissions you have, in which projects and with which issues; administrators of others too',
          body: Type.Object(
            {
              accountId: Type.Optional(Type.String({ pattern: accountIdPattern })),
              globalPermissions: Type.Optional(keysSchema),
              projectPermissions: Type.Optional(
                Type.Array(
                  Type.Object(
                    {
                      permissions: keysSchema,
                      projects: Type.Optional(numbersSchema),
                      issues: Type.Optional(numbersSchema),
                    },
                    { additionalProperties: false },
                  ),
                  { maxItems: 100 },
                ),
              ),
            },
            { additionalProperties: false },
          ),
          response: {
            200: Type.Object({
              globalPermissions: Type.Array(Type.String()),
              projectPermissions: Type.Array(
                Type.Object({
                  permission: Type.String(),
                  projects: Type.Array(Type.Integer()),
                  issues: Type.Array(Type.Integer()),
                }),
              ),
            }),
            ...errorResponses(400, 401, 403),
          },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        await requireStaff(db, viewer);
        const { accountId, globalPermissions = [], projectPermissions = [] } = request.body;
        const person = await personAsked(db, viewer, accountId, viewer.accountId);
        const anywhere = await standingAnywhere(db, person);
        const { projects } = await listProjects(db, person, {}, { start: 0, limit: maxProjects });
        const shown = [];
        for (const group of projectPermissions) {
          const ids = (group.projects ?? []).map(String);
          const issues = await issuesServed(db, person, (group.issues ?? []).map(String));
          for (const permission of permissionsNamed(group.permissions)) {
            const holds = (isDeskAdministrator: boolean) =>
              isHeld(permission, {
                isAgent: true,
                isDeskAdministrator,
                isAdministrator: person.isAdministrator,
              });
            shown.push({
              permission: permission.key,
              projects: projects
                .filter(({ id, isAdministrator }) => ids.includes(id) && holds(isAdministrator))
                .map(({ id }) => Number(id)),
              issues: issues
                .filter(({ isAdministrator }) => holds(isAdministrator))
                .map(({ id }) => Number(id)),
            });
          }
        }
        return {
          globalPermissions: permissionsNamed(globalPermissions)
            .filter((permission) => permission.type === 'GLOBAL' && isHeld(permission, anywhere))
            .map(({ key }) => key),
          projectPermissions: shown,
        };
      },
    );
  }
}

const byKey = new Map(permissions.map((permission) => [permission.key, permission]));

/** @throws Invalid naming those that Jira does not have */
function permissionsNamed(given: readonly string[]): Permission[] {
  const keys = [...new Set(given.flatMap((part) => part.split(',')).map((key) => key.trim()))];
  const unknown = keys.filter((key) => key !== '' && !byKey.has(key));
  if (unknown.length > 0) throw new Invalid(`Unrecognized permission: ${unknown.join(', ')}`);
  return keys.flatMap((key) => byKey.get(key) ?? []);
}

/** The desk of the issue or project that is asked about, for agents of it; others have no permission there. */
async function deskOf(
  db: Database,
  viewer: Person,
  { issue, project }: { issue: string | undefined; project: string | undefined },
): Promise<string> {
  if (issue !== undefined) return (await requireAgentRequest(db, viewer, issue)).serviceDeskId;
  return (await requireProject(db, viewer, project ?? '')).serviceDeskId;
}

async function personAsked(
  db: Database,
  viewer: Person,
  accountId: string | undefined,
  ownAccountId: string,
): Promise<Person> {
  if (accountId === undefined || accountId === ownAccountId) return viewer;
  if (!viewer.isAdministrator) {
    throw new Forbidden('Only administrators of the site may ask what others may do.');
  }
  const account = await accountByAccountId(db, accountId);
  if (!account) throw Invalid.fields({ accountId: 'There is no such account.' });
  return account;
}
