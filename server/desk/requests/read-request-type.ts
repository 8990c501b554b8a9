import type { Database } from '../../platform/database/database.ts';
import { choosableTypes, typeNamed } from '../request-types/choosable.ts';
import type { EditedRequest, FieldOutcome } from './edited.ts';

/**
 * Reads another request type of the same desk. The request stays in its status, which the workflow of the type must have; what was
 * filled in stays, too, whether or not the form of the type asks for it.
 */
export async function readRequestType(
  trx: Database,
  request: EditedRequest,
  value: unknown,
): Promise<FieldOutcome> {
  const types = await choosableTypes(trx, request.serviceDeskId);
  const type = typeNamed(types, value);
  if (!type) {
    const names = types.map(({ name }) => name).join(', ');
    return { problem: `Choose a request type of the project by {"id": …} or {"name": …}: ${names}.` };
  }
  if (type.id === request.requestTypeId) return { change: null };
  if (type.workflowId !== request.workflowId) {
    const status = await trx
      .selectFrom('workflow_status')
      .select('status_id')
      .where('workflow_id', '=', type.workflowId)
      .where('status_id', '=', request.statusId)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
    if (!status) {
      return {
        problem: `Requests of the type "${type.name}" are never in the status "${request.statusName}". Move the request to another status first.`,
      };
    }
  }
  const before = await trx
    .selectFrom('request_type')
    .select('name')
    .where('id', '=', request.requestTypeId)
    .executeTakeFirst();
  return {
    change: {
      set: { request_type_id: type.id },
      items: [
        {
          field: 'Request Type',
          fieldId: 'requesttype',
          fieldtype: 'custom',
          from: request.requestTypeId,
          fromString: before?.name ?? null,
          to: type.id,
          toString: type.name,
        },
      ],
    },
  };
}
