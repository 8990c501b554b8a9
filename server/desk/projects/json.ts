import { type Static, Type } from 'typebox';
import { serviceRequestIssueType } from '../request-types/json.ts';
import { statusSchema } from '../workflow/json.ts';
import type { Project } from './store.ts';

/** A kind of issue as api/2 and api/3 show it. */
export const issueTypeSchema = Type.Object(
  {
    self: Type.String(),
    id: Type.String(),
    name: Type.String(),
    description: Type.String(),
    subtask: Type.Boolean(),
    hierarchyLevel: Type.Integer(),
  },
  { title: 'IssueType' },
);

/** Shows the one issue type that there is: what tells requests apart is their request type. */
export function issueTypeJson(api: string): Static<typeof issueTypeSchema> {
  const { id, ...type } = serviceRequestIssueType;
  return { self: `${api}/issuetype/${id}`, id, ...type, hierarchyLevel: 0 };
}

const listedProperties = {
  self: Type.String(),
  id: Type.String(),
  key: Type.String(),
  name: Type.String(),
  projectTypeKey: Type.String(),
  simplified: Type.Boolean(),
  style: Type.String(),
  isPrivate: Type.Boolean(),
  _portico: Type.Object({ serviceDeskId: Type.String() }),
};

/** A project as lists of api/2 and api/3 show it. */
export const listedProjectSchema = Type.Object(
  {
    ...listedProperties,
    description: Type.Optional(Type.String()),
    issueTypes: Type.Optional(Type.Array(issueTypeSchema)),
  },
  { title: 'ListedProject' },
);

/** A project in full. */
export const projectSchema = Type.Object(
  {
    ...listedProperties,
    description: Type.String(),
    url: Type.String({ description: 'Where its agents work' }),
    assigneeType: Type.String(),
    issueTypes: Type.Array(issueTypeSchema),
    components: Type.Array(Type.Unknown()),
    versions: Type.Array(Type.Unknown()),
  },
  { title: 'Project' },
);

/** Where a project is shown: the site, and the address of the API's version. */
export interface ProjectPlace {
  readonly siteAddress: string;
  readonly api: string;
}

/** Shows a project the way lists of api/2 and api/3 do. */
export function listedProjectJson(
  project: Project,
  { api }: ProjectPlace,
  expand: ReadonlySet<string> = new Set(),
): Static<typeof listedProjectSchema> {
  const { id, key, name, serviceDeskId, description } = project;
  return {
    self: `${api}/project/${id}`,
    id,
    key,
    name,
    projectTypeKey: 'service_desk',
    simplified: false,
    style: 'classic',
    isPrivate: false,
    ...(expand.has('description') && { description }),
    ...(expand.has('issueTypes') && { issueTypes: [issueTypeJson(api)] }),
    _portico: { serviceDeskId },
  };
}

/** Shows a project in full. Nothing is assigned by itself, and there are neither components nor versions. */
export function projectJson(project: Project, place: ProjectPlace): Static<typeof projectSchema> {
  return {
    ...listedProjectJson(project, place),
    description: project.description,
    url: `${place.siteAddress}/projects/${project.key}/queues`,
    assigneeType: 'UNASSIGNED',
    issueTypes: [issueTypeJson(place.api)],
    components: [],
    versions: [],
  };
}

/** The statuses of a kind of issue in a project. */
export const issueTypeStatusesSchema = Type.Object(
  {
    self: Type.String(),
    id: Type.String(),
    name: Type.String(),
    subtask: Type.Boolean(),
    statuses: Type.Array(statusSchema),
  },
  { title: 'IssueTypeStatuses' },
);
