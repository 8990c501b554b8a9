import { sql } from 'kysely';
import type { Database } from '../../server/platform/database/database.ts';
import type { Topic } from './conversations/conversation.ts';
import { fillInstallation, installationForm } from './installation-form.ts';
import type { PlannedRequest } from './plan.ts';

/** The forms of the desks: by desk and request type, the key of each field by the field's name. */
export type Forms = ReadonlyMap<string, { readonly id: string; readonly keys: ReadonlyMap<string, string> }>;

/** What service desks call the forms that the sample data needs. */
const requestTypeOf: Record<Topic, string> = {
  problem: 'Report a problem',
  question: 'Ask a question',
  access: 'Request access',
  change: 'Order a change',
  installation: installationForm,
};

/** Reads the forms of all desks. */
export async function readForms(db: Database): Promise<Forms> {
  const rows = await db
    .selectFrom('request_type')
    .innerJoin('service_desk', 'service_desk.id', 'request_type.service_desk_id')
    .innerJoin('project', 'project.id', 'service_desk.project_id')
    .innerJoin('request_type_field as entry', 'entry.request_type_id', 'request_type.id')
    .leftJoin('field', (join) => join.on(sql<boolean>`entry.field_key = 'customfield_' || field.id`))
    .select(['request_type.id', 'request_type.name', 'project.key as desk', 'entry.field_key as key'])
    .select('field.name as fieldName')
    .execute();
  const forms = new Map<string, { id: string; keys: Map<string, string> }>();
  for (const { id, name, desk, key, fieldName } of rows) {
    const form = forms.get(`${desk} ${name}`) ?? { id, keys: new Map() };
    form.keys.set(fieldName ?? key, key);
    forms.set(`${desk} ${name}`, form);
  }
  return forms;
}

/** What a customer fills in to raise the planned request; `uploads` are ids of temporary attachments. */
export function fillForm(
  forms: Forms,
  { desk, topic, summary, description, impact, reporter, at }: PlannedRequest,
  uploads: readonly string[],
): { requestTypeId: string; values: Record<string, unknown> } {
  const form = forms.get(`${desk} ${requestTypeOf[topic]}`);
  if (!form) throw new Error(`Service desk ${desk} has no form "${requestTypeOf[topic]}"`);
  const filled: Record<string, unknown> = {
    summary,
    ...(uploads.length > 0 && { attachment: uploads }),
    ...(impact && { Impact: { value: impact } }),
    ...(topic === 'access'
      ? {
          System: 'Northwind app',
          'Access level': { value: 'Read and write' },
          'Business reason': description,
        }
      : { description }),
    ...(topic === 'installation' && fillInstallation(reporter, at)),
  };
  const values = Object.entries(filled).map(([name, value]) => {
    const key = form.keys.get(name);
    if (key === undefined) throw new Error(`The form "${requestTypeOf[topic]}" has no field "${name}"`);
    return [key, value] as const;
  });
  return { requestTypeId: form.id, values: Object.fromEntries(values) };
}
