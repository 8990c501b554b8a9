import { type Static, Type } from '@fastify/type-provider-typebox';
import type { AuditEvent } from './store.ts';

const text = Type.Union([Type.String(), Type.Null()]);
const state = Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()]);

export const auditEventSchema = Type.Object(
  {
    id: Type.String(),
    occurredAt: Type.String({ format: 'date-time' }),
    actorAccountId: text,
    actorName: text,
    address: text,
    action: Type.String(),
    objectType: Type.String(),
    objectId: text,
    objectName: text,
    before: state,
    after: state,
  },
  { title: 'AuditEvent' },
);

/** An entry of the log on the wire. */
export function auditEventJson({ occurredAt, ...event }: AuditEvent): Static<typeof auditEventSchema> {
  return { ...event, occurredAt: occurredAt.toISOString() };
}
