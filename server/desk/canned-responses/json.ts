import { type Static, Type } from 'typebox';
import { dateJson, dateSchema } from '../../platform/formats/dates.ts';
import { adfSchema } from '../../platform/formats/rich-text.ts';
import type { Showing } from '../people.ts';
import type { CannedResponse } from './store.ts';

const personSchema = Type.Union([
  Type.Object({ accountId: Type.String(), displayName: Type.String() }),
  Type.Null(),
]);

/** A canned response. */
export const cannedResponseSchema = Type.Object(
  {
    id: Type.String(),
    serviceDeskId: Type.String(),
    name: Type.String(),
    body: adfSchema,
    text: Type.String({ description: 'The body as plain text' }),
    version: Type.Integer({ description: 'Send it with a change, so that nobody else’s is lost' }),
    usedCount: Type.Integer({ description: 'How often it was put into a comment' }),
    usedDate: Type.Union([dateSchema, Type.Null()]),
    createdBy: personSchema,
    createdDate: dateSchema,
    updatedBy: personSchema,
    updatedDate: dateSchema,
  },
  { title: 'CannedResponse' },
);

/** Shows a canned response. */
export function cannedResponseJson(
  response: CannedResponse,
  { accounts, viewer }: Showing,
): Static<typeof cannedResponseSchema> {
  const person = (id: string | null) => {
    const account = id === null ? undefined : accounts.get(id);
    return account ? { accountId: account.accountId, displayName: account.displayName } : null;
  };
  return {
    id: response.id,
    serviceDeskId: response.serviceDeskId,
    name: response.name,
    body: response.body,
    text: response.bodyText,
    version: response.version,
    usedCount: response.usedCount,
    usedDate: response.usedAt && dateJson(response.usedAt, viewer.timeZone),
    createdBy: person(response.createdBy),
    createdDate: dateJson(response.createdAt, viewer.timeZone),
    updatedBy: person(response.updatedBy),
    updatedDate: dateJson(response.updatedAt, viewer.timeZone),
  };
}
