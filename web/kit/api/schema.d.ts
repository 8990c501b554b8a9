// Written by hand until the routes exist; `npm run generate` replaces it.
interface JsonError {
  errorMessages: string[];
  errors: Record<string, string>;
}
type Parameters<Path, Query> = [Path] extends [never] ? { query?: Query } : { query?: Query; path: Path };
interface Get<Answer, Path = never, Query = Record<never, never>> {
  parameters: Parameters<Path, Query>;
  responses: { 200: { content: { 'application/json': Answer } }; default: { content: { 'application/json': JsonError } } };
}
interface Send<Body, Answer, Path = never> {
  parameters: Parameters<Path, never>;
  requestBody: { content: { 'application/json': Body } };
  responses: {
    200: { content: { 'application/json': Answer } };
    default: { content: { 'application/json': JsonError } };
  };
}
interface SendEmpty<Path = never> {
  parameters: Parameters<Path, never>;
  responses: { 204: { content?: never }; default: { content: { 'application/json': JsonError } } };
}
interface Page<Item> {
  size: number;
  start: number;
  limit: number;
  isLastPage: boolean;
  values: Item[];
}
interface Paging {
  start?: number;
  limit?: number;
}
interface SessionAccount {
  accountId: string;
  displayName: string;
  emailAddress: string | null;
  isAdministrator: boolean;
  isAgent: boolean;
  locale: string | null;
  timeZone: string | null;
}
interface User {
  accountId: string;
  emailAddress?: string;
  displayName: string;
  active: boolean;
  timeZone: string | null;
  _portico: { isAgent: boolean };
}
interface DateDto {
  iso8601: string;
  jira: string;
  friendly: string;
  epochMillis: number;
}
interface Attachment {
  filename: string;
  author: User;
  created: DateDto;
  size: number;
  mimeType: string;
  _links: { self: string; jiraRest: string; content: string };
  _portico: { id: string; commentId: string | null; public: boolean };
}
interface Comment {
  id: string;
  body: string;
  public: boolean;
  author: User;
  created: DateDto;
  attachments?: Page<Attachment>;
}
interface RequestStatus {
  status: string;
  statusCategory: 'NEW' | 'INDETERMINATE' | 'DONE' | 'UNDEFINED';
  statusDate: DateDto;
}
interface RequestType {
  id: string;
  name: string;
  description: string;
  helpText: string;
  serviceDeskId: string;
  portalId: string;
  groupIds: string[];
  icon: { id: string };
}
interface CustomerRequest {
  issueId: string;
  issueKey: string;
  requestTypeId: string;
  requestType?: RequestType;
  serviceDeskId: string;
  serviceDesk?: ServiceDesk;
  createdDate: DateDto;
  reporter: User;
  summary: string;
  requestFieldValues: { fieldId: string; label: string; value: unknown }[];
  currentStatus: RequestStatus;
  status?: Page<RequestStatus>;
  attachments?: Page<Attachment>;
  comments?: Page<Comment>;
  _portico: { isAgent: boolean; organization: { id: string; name: string } | null };
}
interface ServiceDesk {
  id: string;
  projectId: string;
  projectKey: string;
  projectName: string;
}
interface RequestTypeField {
  fieldId: string;
  name: string;
  description: string;
  required: boolean;
  validValues: { value: string; label: string; children: unknown[] }[];
  jiraSchema: { type: string; items?: string; system?: string; custom?: string; customId?: number };
  visible: boolean;
}
interface Portal {
  id: string;
  name: string;
  description: string;
  accentColor: string;
  projectKey: string;
  mayRaise: boolean;
}
interface RequestListQuery extends Paging {
  searchTerm?: string;
  requestOwnership?: string | string[];
  requestStatus?: 'OPEN_REQUESTS' | 'CLOSED_REQUESTS' | 'ALL_REQUESTS';
  serviceDeskId?: string;
  requestTypeId?: string;
  organizationId?: string;
  expand?: string;
}

export interface paths {
  '/rest/portico/1/site': { get: Get<{ siteName: string; version: string; isSetUp: boolean }> };
  '/rest/portico/1/session': { get: Get<{ account: SessionAccount | null }> };
  '/rest/portico/1/session/preferences': {
    put: Send<{ locale?: string; timeZone?: string }, undefined>;
  };
  '/rest/portico/1/sign-in/discover': {
    post: Send<
      { email: string; destination?: string },
      { method: 'redirect'; providerName: string; url: string } | { method: 'password' }
    >;
  };
  '/rest/portico/1/sign-in/password': {
    post: Send<{ email: string; password: string }, { account: SessionAccount }>;
  };
  '/rest/portico/1/sign-out': { post: SendEmpty };
  '/rest/portico/1/portal': { get: Get<{ values: Portal[] }> };
  '/rest/portico/1/portal/{id}': { get: Get<Portal, { id: string }> };
  '/rest/servicedeskapi/requesttype': { get: Get<Page<RequestType>, never, Paging & { searchQuery?: string }> };
  '/rest/servicedeskapi/servicedesk/{serviceDeskId}/requesttype': {
    get: Get<Page<RequestType>, { serviceDeskId: string }, Paging & { searchQuery?: string; groupId?: string }>;
  };
  '/rest/servicedeskapi/servicedesk/{serviceDeskId}/requesttype/{requestTypeId}': {
    get: Get<RequestType, { serviceDeskId: string; requestTypeId: string }>;
  };
  '/rest/servicedeskapi/servicedesk/{serviceDeskId}/requesttype/{requestTypeId}/field': {
    get: Get<{ requestTypeFields: RequestTypeField[] }, { serviceDeskId: string; requestTypeId: string }>;
  };
  '/rest/servicedeskapi/servicedesk/{serviceDeskId}/requesttypegroup': {
    get: Get<Page<{ id: string; name: string }>, { serviceDeskId: string }, Paging>;
  };
  '/rest/servicedeskapi/request': {
    get: Get<Page<CustomerRequest>, never, RequestListQuery>;
    post: Send<
      { serviceDeskId: string; requestTypeId: string; requestFieldValues: Record<string, unknown> },
      CustomerRequest
    >;
  };
  '/rest/servicedeskapi/request/{issueIdOrKey}': {
    get: Get<CustomerRequest, { issueIdOrKey: string }, { expand?: string }>;
  };
  '/rest/servicedeskapi/request/{issueIdOrKey}/comment': {
    get: Get<Page<Comment>, { issueIdOrKey: string }, Paging & { expand?: string; public?: boolean; internal?: boolean }>;
    post: Send<{ body: string; public: boolean }, Comment, { issueIdOrKey: string }>;
  };
  '/rest/servicedeskapi/request/{issueIdOrKey}/attachment': {
    get: Get<Page<Attachment>, { issueIdOrKey: string }, Paging>;
    post: Send<
      { temporaryAttachmentIds: string[]; public: boolean; additionalComment?: { body: string } },
      { comment?: Comment; attachments: Page<Attachment> },
      { issueIdOrKey: string }
    >;
  };
  '/rest/servicedeskapi/request/{issueIdOrKey}/status': {
    get: Get<Page<RequestStatus>, { issueIdOrKey: string }, Paging>;
  };
  '/rest/servicedeskapi/request/{issueIdOrKey}/transition': {
    get: Get<Page<{ id: string; name: string }>, { issueIdOrKey: string }, Paging>;
    post: Send<{ id: string; additionalComment?: { body: string } }, undefined, { issueIdOrKey: string }>;
  };
}
