/**
 * The work: service desks, request types, requests, comments, attachments, workflow, queues. Other rooms come in through
 * this file only.
 */
import type { Customers } from '../customers/index.ts';
import type { Identity } from '../identity/index.ts';
import type { App } from '../platform/http/app-types.ts';
import type { Platform } from '../platform/platform.ts';
import { aboutRoutes } from './about-routes.ts';
import { absentRoutes } from './absent-routes.ts';
import { closedPortal, findDesk, findRequest, servesCustomer } from './access.ts';
import { type ClosedBy, isAgentOfAnyDesk, type Person } from './access-rules.ts';
import { defineApprovalJobs } from './approvals/align-approvals.ts';
import { approvalRoutes } from './approvals/routes.ts';
import { jiraAttachmentRoutes } from './attachments/jira-routes.ts';
import { defineAttachmentJobs } from './attachments/jobs.ts';
import { attachmentRoutes } from './attachments/routes.ts';
import { bulkRoutes } from './bulk/routes.ts';
import { calendarRoutes } from './calendars/routes.ts';
import { cannedResponseRoutes } from './canned-responses/routes.ts';
import { commentPropertyRoutes } from './comments/comment-properties.ts';
import { jiraCommentRoutes } from './comments/jira-routes.ts';
import { readerRoutes } from './comments/reader-routes.ts';
import { commentRoutes } from './comments/routes.ts';
import { customFieldRoutes } from './custom-fields/routes.ts';
import { feedbackRoutes } from './feedback/routes.ts';
import { filterRoutes } from './filters/routes.ts';
import { issuePickerRoutes } from './issue-picker/routes.ts';
import { assignableRoutes } from './issues/assignable-routes.ts';
import { issueChangeRoutes } from './issues/change-routes.ts';
import { createMetaRoutes } from './issues/create-meta-routes.ts';
import { issueCreateRoutes } from './issues/create-routes.ts';
import { issuePropertyRoutes } from './issues/property-routes.ts';
import { issueRoutes } from './issues/routes.ts';
import { permissionRoutes } from './jira-permissions/routes.ts';
import type { JqlFunction } from './jql/functions/function.ts';
import { registerJqlFunction } from './jql/functions/registry.ts';
import { jqlRoutes } from './jql-help/routes.ts';
import { linkRoutes } from './links/routes.ts';
import { onBehalfRoutes } from './on-behalf/routes.ts';
import { participantRoutes } from './participants/routes.ts';
import { priorityRoutes } from './priorities/routes.ts';
import { choiceRoutes } from './projects/choice-routes.ts';
import { kindRoutes } from './projects/kinds-routes.ts';
import { projectRoutes } from './projects/routes.ts';
import { queueRoutes } from './queues/routes.ts';
import { requestListRoutes } from './request-list/routes.ts';
import { requestTypeAdminRoutes } from './request-types/admin-routes.ts';
import { nameableRoutes } from './request-types/nameable-routes.ts';
import { requestTypePropertyRoutes } from './request-types/property-routes.ts';
import { requestTypeRoutes } from './request-types/routes.ts';
import { requestTypeWorkflowRoutes } from './request-types/workflow-routes.ts';
import { requestRoutes } from './requests/routes.ts';
import { resolutionRoutes } from './resolutions/routes.ts';
import { exportRoutes } from './search/export-routes.ts';
import { searchRoutes } from './search/routes.ts';
import { createCustomerRoute } from './service-desks/create-customer-route.ts';
import { deskCustomerRoutes } from './service-desks/customer-routes.ts';
import { joinDesk, requireMayInviteToDesk } from './service-desks/join.ts';
import { customerRights } from './service-desks/people.ts';
import { deskPeopleRoutes } from './service-desks/people-routes.ts';
import { serviceDeskRoutes } from './service-desks/routes.ts';
import {
  listDesksClosedTo,
  listDesksUsedBy,
  listListedDesks,
  type ServiceDesk,
} from './service-desks/store.ts';
import { sharingRoutes } from './sharing/routes.ts';
import { slaAdminRoutes } from './sla/admin-routes.ts';
import { defineSlaKeeper } from './sla/define-keeper.ts';
import { slaRoutes } from './sla/routes.ts';
import { subscriptionRoutes } from './subscriptions/routes.ts';
import { defineTextJobs } from './text-search/jobs.ts';
import { accountTopicRules, deskTopicRules, organizationTopicRules, requestTopicRules } from './topics.ts';
import { voteRoutes } from './votes/routes.ts';
import { watcherRoutes } from './watchers/routes.ts';
import { workflowAdminRoutes } from './workflow/admin-routes.ts';
import { defineMoveJobs } from './workflow/move-requests.ts';
import { workflowRoutes } from './workflow/routes.ts';
import { statusRoutes } from './workflow/status-routes.ts';
import { worklogRoutes } from './worklogs/routes.ts';

export type { Actor, Person } from './access-rules.ts';
export { type IncomingFile, type Uploader, uploadFiles } from './attachments/upload-files.ts';
export { addCalendar } from './calendars/change-calendar.ts';
export { addCannedResponse } from './canned-responses/change-canned-response.ts';
export { addComment, type NewComment } from './comments/add-comment.ts';
export { createField } from './custom-fields/custom-fields.ts';
export { giveFeedback } from './feedback/give-feedback.ts';
export { type Assignment, assignRequest } from './issues/assign-request.ts';
export type { FunctionUse, FunctionValue, JqlFunction } from './jql/functions/function.ts';
export { linkRequests } from './links/link-requests.ts';
export { listLinkTypes } from './links/store.ts';
export { createRequestType } from './request-types/change-request-type.ts';
export { type NewRequest, type RaisedRequest, raiseRequest } from './requests/raise-request.ts';
export {
  addDeskOrganization,
  addDeskPeople,
  type DeskMembership,
  type DeskRole,
} from './service-desks/people.ts';
export { createServiceDesk, type NewServiceDesk } from './service-desks/service-desks.ts';
export type { ServiceDesk } from './service-desks/store.ts';
export { type TransitionStep, transitionRequest } from './workflow/transition-request.ts';
export { createWorkflow, statusNamed as statusOfWorkflow } from './workflow/workflows.ts';
export { logWork } from './worklogs/log-work.ts';

/** What the desk offers to the rooms to its right. People are null when nobody is signed in. */
export interface Desk {
  /** Whether the person may use the desk (id or project key): see its forms and raise requests. */
  mayUseDesk(person: Person | null, deskId: string): Promise<boolean>;
  /**
   * The desks that the person may use, whatever their session; for nobody, those that are listed for everyone. At most
   * 1,000.
   */
  listDesksFor(person: Person | null): Promise<ServiceDesk[]>;
  /** Those of the desks that the person may use whose portal does not take their session, and why. */
  listDesksClosedToSession(person: Person): Promise<Map<string, NonNullable<ClosedBy>>>;
  /** What is said where such a portal is opened. */
  closedPortal(person: Person, portalName: string, closedBy: NonNullable<ClosedBy>): Error;
  /** Whether the person may see the request (id or key). */
  maySeeRequest(person: Person | null, idOrKey: string): Promise<boolean>;
  /** Whether the person is an agent of the desk of the request (id or key). */
  isAgentOfRequest(person: Person | null, idOrKey: string): Promise<boolean>;
  /** Adds a function to those that queries know. @throws Error when there is one of that name */
  registerJqlFunction(added: JqlFunction): void;
}

/** Adds the room to the app. */
export async function registerDesk(
  app: App,
  platform: Platform,
  identity: Identity,
  _customers: Customers,
): Promise<Desk> {
  const { db, events } = platform;
  identity.addStaffRule(isAgentOfAnyDesk);
  identity.addServingRule(servesCustomer);
  identity.onJoin(joinDesk);
  identity.addInvitationRule(requireMayInviteToDesk);
  identity.addRights(customerRights);
  identity.onPreview(async (trx, account, provider) => {
    // A disabled one serves no portal yet: what is asked is what it will give.
    const person = { ...account, ...(provider.isEnabled && { sessionProviderId: provider.id }) };
    const desks = await listDesksUsedBy(trx, person, { start: 0, limit: 100 });
    return { portals: desks.map(({ id, portalName }) => ({ id, name: portalName })) };
  });
  events.registerTopic('request', requestTopicRules(db));
  events.registerTopic('service-desk', deskTopicRules(db));
  events.registerTopic('account', accountTopicRules(db));
  events.registerTopic('organization', organizationTopicRules(db));
  defineAttachmentJobs(platform);
  defineApprovalJobs(platform);
  defineMoveJobs(platform);
  defineSlaKeeper(platform);
  defineTextJobs(platform);

  aboutRoutes(app, platform);
  absentRoutes(app, platform);
  serviceDeskRoutes(app, platform);
  deskPeopleRoutes(app, platform);
  customFieldRoutes(app, platform);
  deskCustomerRoutes(app, platform);
  createCustomerRoute(app, platform);
  requestTypeRoutes(app, platform);
  requestTypePropertyRoutes(app, platform);
  requestTypeAdminRoutes(app, platform);
  requestTypeWorkflowRoutes(app, platform);
  nameableRoutes(app, platform);
  requestRoutes(app, platform);
  requestListRoutes(app, platform);
  onBehalfRoutes(app, platform);
  participantRoutes(app, platform);
  sharingRoutes(app, platform);
  approvalRoutes(app, platform);
  slaRoutes(app, platform);
  slaAdminRoutes(app, platform);
  subscriptionRoutes(app, platform);
  feedbackRoutes(app, platform);
  watcherRoutes(app, platform);
  voteRoutes(app, platform);
  worklogRoutes(app, platform);
  linkRoutes(app, platform);
  commentRoutes(app, platform);
  jiraCommentRoutes(app, platform);
  commentPropertyRoutes(app, platform);
  attachmentRoutes(app, platform);
  jiraAttachmentRoutes(app, platform);
  workflowRoutes(app, platform);
  workflowAdminRoutes(app, platform);
  statusRoutes(app, platform);
  priorityRoutes(app, platform);
  resolutionRoutes(app, platform);
  queueRoutes(app, platform);
  bulkRoutes(app, platform);
  issueRoutes(app, platform);
  issueCreateRoutes(app, platform);
  createMetaRoutes(app, platform);
  issueChangeRoutes(app, platform);
  issuePropertyRoutes(app, platform);
  issuePickerRoutes(app, platform);
  searchRoutes(app, platform);
  exportRoutes(app, platform);
  filterRoutes(app, platform);
  jqlRoutes(app, platform);
  assignableRoutes(app, platform);
  readerRoutes(app, platform);
  cannedResponseRoutes(app, platform);
  calendarRoutes(app, platform);
  projectRoutes(app, platform);
  kindRoutes(app, platform);
  choiceRoutes(app, platform);
  permissionRoutes(app, platform);

  return {
    mayUseDesk: async (person, deskId) => person !== null && (await findDesk(db, person, deskId)) !== null,
    listDesksFor: (person) =>
      person ? listDesksUsedBy(db, anySessionOf(person), wholeList) : listListedDesks(db),
    listDesksClosedToSession: (person) => listDesksClosedTo(db, person),
    closedPortal,
    maySeeRequest: async (person, idOrKey) =>
      person !== null && (await findRequest(db, person, idOrKey)) !== null,
    isAgentOfRequest: async (person, idOrKey) =>
      person !== null && ((await findRequest(db, person, idOrKey))?.isAgent ?? false),
    registerJqlFunction,
  };
}

const wholeList = { start: 0, limit: 1000 };

function anySessionOf({ id, isAdministrator }: Person): Person {
  return { id, isAdministrator };
}
