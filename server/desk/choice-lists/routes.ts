import { type Static, Type } from 'typebox';
import { actorOf, requireAdministrator, requireViewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import type { Platform } from '../../platform/platform.ts';
import { idPattern } from '../addresses.ts';
import { requireWorkflowRights } from '../workflow/who-may.ts';
import {
  addChoice,
  type Choice,
  type ChoiceList,
  changeChoice,
  listChoices,
  orderChoices,
  removeChoice,
  requireChoice,
} from './choice-list.ts';

/** Colours that a choice can have: names of web/kit/colors.ts. */
const colors = [
  'red',
  'pink',
  'grape',
  'violet',
  'indigo',
  'blue',
  'cyan',
  'teal',
  'green',
  'lime',
  'yellow',
  'orange',
  'gray',
] as const;

const choiceSchema = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    description: Type.String(),
    color: Type.Union([Type.String(), Type.Null()]),
    isDefault: Type.Boolean(),
  },
  { title: 'Choice' },
);
const listSchema = Type.Object({ values: Type.Array(choiceSchema) }, { title: 'Choices' });

/** How a list of choices is called in the API. */
interface Names {
  /** in addresses: `/rest/portico/1/{path}` */
  readonly path: 'priority' | 'resolution';
  readonly one: string;
  readonly many: string;
  readonly tag: string;
}

/** Routes by which administrators change a list of choices; `list` says of which. */
export function choiceListRoutes(app: App, { db }: Platform, list: ChoiceList, names: Names): void {
  const tags = [names.tag];
  const base = `/rest/portico/1/${names.path}`;
  const capital = names.one.charAt(0).toUpperCase() + names.one.slice(1);
  const params = Type.Object({ choiceId: Type.String() });
  const bodySchema = Type.Object(
    {
      name: Type.String({ maxLength: 1000 }),
      description: Type.String({ maxLength: 4000 }),
      isDefault: Type.Boolean(),
      color: Type.Optional(Type.Enum([...colors])),
    },
    { additionalProperties: false },
  );

  app.get(
    base,
    {
      schema: {
        operationId: `list${capital}Choices`,
        tags,
        summary: `All ${names.many}, in order`,
        response: { 200: listSchema, ...errorResponses(401, 403) },
      },
    },
    async (request) => {
      await requireWorkflowRights(db, requireViewer(request));
      return { values: (await listChoices(db, list)).map(choiceJson) };
    },
  );

  app.post(
    base,
    {
      schema: {
        operationId: `create${capital}`,
        tags,
        summary: `Make a ${names.one}, last in order`,
        body: bodySchema,
        response: { 201: choiceSchema, ...errorResponses(400, 401, 403, 409) },
      },
    },
    async (request, reply) => {
      requireAdministrator(request);
      const choice = await db.transaction().execute(async (trx) => {
        return requireChoice(trx, list, await addChoice(trx, list, request.body, actorOf(request)));
      });
      return reply.code(201).send(choiceJson(choice));
    },
  );

  app.put(
    `${base}/:choiceId`,
    {
      schema: {
        operationId: `change${capital}`,
        tags,
        summary: `Change a ${names.one}; requests that have it show its new name`,
        params,
        body: bodySchema,
        response: { 200: choiceSchema, ...errorResponses(400, 401, 403, 404) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const { choiceId } = request.params;
      return db.transaction().execute(async (trx) => {
        await changeChoice(trx, list, choiceId, request.body, actorOf(request));
        return choiceJson(await requireChoice(trx, list, choiceId));
      });
    },
  );

  app.put(
    `${base}-order`,
    {
      schema: {
        operationId: `order${capital}Choices`,
        tags,
        summary: `Put the ${names.many} into an order`,
        body: Type.Object(
          { ids: Type.Array(Type.String(), { maxItems: 1000 }) },
          { additionalProperties: false },
        ),
        response: { 200: listSchema, ...errorResponses(400, 401, 403) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      return db.transaction().execute(async (trx) => {
        await orderChoices(trx, list, request.body.ids, actorOf(request));
        return { values: (await listChoices(trx, list)).map(choiceJson) };
      });
    },
  );

  app.delete(
    `${base}/:choiceId`,
    {
      schema: {
        operationId: `delete${capital}`,
        tags,
        summary: `Delete a ${names.one}; requests and workflows that have it get another one`,
        params,
        querystring: Type.Object({
          replaceWith: Type.Optional(
            Type.String({ pattern: idPattern, description: 'What they get; needed where it is used' }),
          ),
        }),
        response: { 204: Type.Null(), ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      const viewer = requireAdministrator(request);
      const { replaceWith } = request.query;
      await db.transaction().execute((trx) =>
        removeChoice(trx, list, request.params.choiceId, replaceWith, {
          auditActor: actorOf(request),
          accountId: viewer.id,
        }),
      );
      return reply.code(204).send(null);
    },
  );
}

function choiceJson(choice: Choice): Static<typeof choiceSchema> {
  return { ...choice };
}
