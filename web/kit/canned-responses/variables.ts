/** The variables that a canned response can hold, in the order in which they are offered. */
export const variables = [
  'customer.firstName',
  'customer.name',
  'customer.email',
  'organization.name',
  'request.key',
  'request.summary',
  'request.type',
  'request.status',
  'request.link',
  'agent.firstName',
  'agent.name',
  'portal.name',
  'project.name',
] as const;
