import { type Static, Type } from 'typebox';
import { fieldsOf } from './apply-template.ts';
import { fields } from './fields.ts';
import type { DeskTemplate } from './template.ts';
import { templateKeys } from './templates.ts';

const statusCategory = Type.Union([Type.Literal('new'), Type.Literal('indeterminate'), Type.Literal('done')]);

/** What a service desk made from a template begins with. */
export const deskTemplateSchema = Type.Object(
  {
    key: Type.Enum([...templateKeys]),
    name: Type.String(),
    description: Type.String(),
    requestTypes: Type.Array(
      Type.Object({
        name: Type.String(),
        description: Type.String(),
        icon: Type.String(),
        group: Type.String(),
        isApproved: Type.Boolean({ description: 'People must agree before agents begin' }),
        fields: Type.Array(Type.Object({ label: Type.String(), isRequired: Type.Boolean() })),
      }),
    ),
    workflows: Type.Array(
      Type.Object({
        name: Type.String(),
        statuses: Type.Array(
          Type.Object({ name: Type.String(), category: statusCategory, isApproved: Type.Boolean() }),
        ),
      }),
      { description: 'Shared with other service desks of the template' },
    ),
    fields: Type.Array(Type.Object({ name: Type.String(), type: Type.String() }), {
      description: 'Custom fields, shared with other service desks',
    }),
    queues: Type.Array(Type.Object({ name: Type.String(), jql: Type.String() })),
    slas: Type.Array(Type.Object({ name: Type.String() }), { description: 'What is measured' }),
  },
  { title: 'ServiceDeskTemplate' },
);

/** Shows what a template makes. */
export function deskTemplateJson(template: DeskTemplate): Static<typeof deskTemplateSchema> {
  const { key, name, description, requestTypes, workflows, queues, slas } = template;
  const isApproved = (workflow: string) =>
    workflows[workflow]?.statuses.some(({ approval }) => approval !== undefined) ?? false;
  return {
    key: templateKeys.find((known) => known === key) ?? templateKeys[0],
    name,
    description,
    requestTypes: requestTypes.map((type) => ({
      name: type.name,
      description: type.description,
      icon: type.icon,
      group: type.group,
      isApproved: isApproved(type.workflow),
      fields: type.form.map(({ label, isRequired = false }) => ({ label, isRequired })),
    })),
    workflows: Object.values(workflows).map((workflow) => ({
      name: workflow.name,
      statuses: workflow.statuses.map((status) => ({
        name: status.name,
        category: status.category,
        isApproved: status.approval !== undefined,
      })),
    })),
    fields: fieldsOf(template).map((field) => ({ name: fields[field].name, type: fields[field].type })),
    queues: queues.map((queue) => ({ ...queue })),
    slas: slas.map(({ name: slaName }) => ({ name: slaName })),
  };
}
