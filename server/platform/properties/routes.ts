import type { FastifyRequest } from 'fastify';
import { type TObject, Type } from 'typebox';
import type { Database } from '../database/database.ts';
import type { JsonValue } from '../database/schema.ts';
import type { App } from '../http/app-types.ts';
import { errorResponses } from '../http/error-responses.ts';
import { NotFound } from '../http/errors.ts';
import { deleteProperty, type PropertyHolder, propertyKeys, propertyOf, setProperty } from './store.ts';

/** Where properties are, and who may do what with them. */
export interface PropertyRoutes {
  /** of what has the properties */
  readonly path: string;
  /** under which they are there; default `property` */
  readonly segment?: 'property' | 'properties';
  readonly tag: string;
  /** schema of the path's parameters */
  readonly params: Readonly<Record<string, ReturnType<typeof Type.String>>>;
  /** what distinguishes the names of the operations, such as 'OfOrganization' */
  readonly suffix: string;
  /** Whose properties the request reads. @throws for who may not read them */
  readonly requireReader: (request: FastifyRequest) => Promise<PropertyHolder>;
  /** Whose properties the request changes. @throws for who may not change them */
  readonly requireWriter: (request: FastifyRequest) => Promise<PropertyHolder>;
}

const keySchema = Type.String({ minLength: 1, maxLength: 255 });

/** Adds the four routes of entity properties, in Jira's shape. */
export function addPropertyRoutes(app: App, db: Database, options: PropertyRoutes): void {
  const { tag, suffix, requireReader, requireWriter, segment = 'property' } = options;
  const path = `${options.path}/${segment}`;
  const tags = [tag];
  const params: TObject = Type.Object({ ...options.params });
  const propertyParams: TObject = Type.Object({ ...options.params, propertyKey: keySchema });
  const keyOf = (request: FastifyRequest) =>
    String((request.params as { propertyKey?: unknown }).propertyKey);

  app.get(
    path,
    {
      schema: {
        operationId: `getPropertiesKeys${suffix}`,
        tags,
        summary: 'The keys of the properties that programs keep there',
        params,
        response: {
          200: Type.Object({
            keys: Type.Array(Type.Object({ self: Type.String(), key: Type.String() })),
          }),
          ...errorResponses(401, 403, 404),
        },
      },
    },
    async (request) => {
      const keys = await propertyKeys(db, await requireReader(request));
      const here = `${request.siteAddress}${request.url.split('?', 1)[0]}`;
      return { keys: keys.map((key) => ({ self: `${here}/${encodeURIComponent(key)}`, key })) };
    },
  );

  app.get(
    `${path}/:propertyKey`,
    {
      schema: {
        operationId: `getProperty${suffix}`,
        tags,
        summary: 'A property',
        params: propertyParams,
        response: {
          200: Type.Object({ key: Type.String(), value: Type.Unknown() }),
          ...errorResponses(401, 403, 404),
        },
      },
    },
    async (request) => {
      const key = keyOf(request);
      const property = await propertyOf(db, await requireReader(request), key);
      if (!property) throw noSuchProperty(key);
      return { key, value: property.value };
    },
  );

  app.put(
    `${path}/:propertyKey`,
    {
      schema: {
        operationId: `setProperty${suffix}`,
        tags,
        summary: 'Set a property to any JSON',
        params: propertyParams,
        body: Type.Unknown(),
        response: {
          200: Type.Null(),
          201: Type.Null(),
          ...errorResponses(400, 401, 403, 404, 409),
        },
      },
    },
    async (request, reply) => {
      const holder = await requireWriter(request);
      const isNew = await db
        .transaction()
        .execute((trx) => setProperty(trx, holder, keyOf(request), request.body as JsonValue));
      return reply.code(isNew ? 201 : 200).send(null);
    },
  );

  app.delete(
    `${path}/:propertyKey`,
    {
      schema: {
        operationId: `deleteProperty${suffix}`,
        tags,
        summary: 'Delete a property',
        params: propertyParams,
        response: { 204: Type.Null(), ...errorResponses(401, 403, 404) },
      },
    },
    async (request, reply) => {
      const key = keyOf(request);
      if (!(await deleteProperty(db, await requireWriter(request), key))) throw noSuchProperty(key);
      return reply.code(204).send(null);
    },
  );
}

function noSuchProperty(key: string): NotFound {
  return new NotFound(`There is no property "${key}" here.`);
}
