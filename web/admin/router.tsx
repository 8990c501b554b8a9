import type { QueryClient } from '@tanstack/react-query';
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { requireSession } from '../kit/api/session.ts';
import { PageError } from '../kit/components/page-error.tsx';
import { NotFound } from '../kit/components/states.tsx';
import { readAuditSearch } from './audit/audit-search.ts';
import { OverviewPage } from './overview/overview-page.tsx';
import { readPeopleSearch } from './people/people-search.ts';
import { AdminFrame } from './shell/admin-frame.tsx';

/** The pages of the administration, and the set-up of a new site, for which nobody is signed in. */
export function createAdminRouter(queries: QueryClient) {
  const root = createRootRoute({ notFoundComponent: () => <NotFound /> });
  const setup = createRoute({
    getParentRoute: () => root,
    path: '/setup/$token',
    component: lazyRouteComponent(() => import('./setup/setup-page.tsx'), 'SetupPage'),
  });
  const companySetup = createRoute({
    getParentRoute: () => root,
    path: '/provider-setup/$token',
    component: lazyRouteComponent(
      () => import('./provider-setup/provider-setup-page.tsx'),
      'ProviderSetupPage',
    ),
  });
  const companyTestEnded = createRoute({
    getParentRoute: () => root,
    path: '/provider-setup/test-ended/$reference',
    component: lazyRouteComponent(() => import('./provider-setup/test-ended-page.tsx'), 'TestEndedPage'),
  });
  const admin = createRoute({
    getParentRoute: () => root,
    path: '/admin',
    beforeLoad: ({ location }) => requireSession(queries, location.href),
    component: AdminFrame,
    notFoundComponent: () => <NotFound isNested />,
  });
  const overview = createRoute({ getParentRoute: () => admin, path: '/', component: OverviewPage });
  const serviceDesks = createRoute({
    getParentRoute: () => admin,
    path: 'service-desks',
    component: lazyRouteComponent(() => import('./service-desks/service-desks-page.tsx'), 'ServiceDesksPage'),
  });
  const serviceDesk = createRoute({
    getParentRoute: () => admin,
    path: 'service-desks/$id',
    component: lazyRouteComponent(() => import('./service-desks/service-desk-page.tsx'), 'ServiceDeskPage'),
  });
  const serviceDeskTypes = createRoute({
    getParentRoute: () => admin,
    path: 'service-desks/$id/request-types',
    component: lazyRouteComponent(() => import('./service-desks/service-desk-page.tsx'), 'ServiceDeskPage'),
  });
  const serviceDeskSlas = createRoute({
    getParentRoute: () => admin,
    path: 'service-desks/$id/slas',
    component: lazyRouteComponent(() => import('./service-desks/service-desk-page.tsx'), 'ServiceDeskPage'),
  });
  const sla = createRoute({
    getParentRoute: () => admin,
    path: 'service-desks/$id/slas/$slaId',
    component: lazyRouteComponent(() => import('./sla/sla-page.tsx'), 'SlaPage'),
  });
  const calendars = createRoute({
    getParentRoute: () => admin,
    path: 'service-desks/$id/calendars',
    component: lazyRouteComponent(() => import('./service-desks/service-desk-page.tsx'), 'ServiceDeskPage'),
  });
  const calendar = createRoute({
    getParentRoute: () => admin,
    path: 'service-desks/$id/calendars/$calendarId',
    component: lazyRouteComponent(() => import('./calendars/calendar-page.tsx'), 'CalendarPage'),
  });
  const requestType = createRoute({
    getParentRoute: () => admin,
    path: 'service-desks/$id/request-types/$typeId',
    component: lazyRouteComponent(() => import('./request-types/request-type-page.tsx'), 'RequestTypePage'),
  });
  const fields = createRoute({
    getParentRoute: () => admin,
    path: 'fields',
    component: lazyRouteComponent(() => import('./fields/fields-page.tsx'), 'FieldsPage'),
  });
  const field = createRoute({
    getParentRoute: () => admin,
    path: 'fields/$id',
    component: lazyRouteComponent(() => import('./fields/field-page.tsx'), 'FieldPage'),
  });
  const workflows = createRoute({
    getParentRoute: () => admin,
    path: 'workflows',
    component: lazyRouteComponent(() => import('./workflows/workflows-page.tsx'), 'WorkflowsPage'),
  });
  const statuses = createRoute({
    getParentRoute: () => admin,
    path: 'workflows/statuses',
    component: lazyRouteComponent(() => import('./workflows/statuses-page.tsx'), 'StatusesPage'),
  });
  const priorities = createRoute({
    getParentRoute: () => admin,
    path: 'workflows/priorities',
    component: lazyRouteComponent(() => import('./choices/choices-page.tsx'), 'PrioritiesPage'),
  });
  const resolutions = createRoute({
    getParentRoute: () => admin,
    path: 'workflows/resolutions',
    component: lazyRouteComponent(() => import('./choices/choices-page.tsx'), 'ResolutionsPage'),
  });
  const workflow = createRoute({
    getParentRoute: () => admin,
    path: 'workflows/$id',
    component: lazyRouteComponent(() => import('./workflows/workflow-page.tsx'), 'WorkflowPage'),
  });
  const invitations = createRoute({
    getParentRoute: () => admin,
    path: 'people/invitations',
    component: lazyRouteComponent(() => import('./people/invite-page.tsx'), 'InvitationsPage'),
  });
  const people = createRoute({
    getParentRoute: () => admin,
    path: 'people',
    validateSearch: readPeopleSearch,
    component: lazyRouteComponent(() => import('./people/people-page.tsx'), 'PeoplePage'),
  });
  const serviceAccounts = createRoute({
    getParentRoute: () => admin,
    path: 'people/service-accounts',
    component: lazyRouteComponent(() => import('./people/service-accounts-page.tsx'), 'ServiceAccountsPage'),
  });
  const serviceAccount = createRoute({
    getParentRoute: () => admin,
    path: 'people/service-accounts/$id',
    component: lazyRouteComponent(() => import('./people/service-account-page.tsx'), 'ServiceAccountPage'),
  });
  const tokens = createRoute({
    getParentRoute: () => admin,
    path: 'people/tokens',
    component: lazyRouteComponent(() => import('./people/tokens-page.tsx'), 'TokensPage'),
  });
  const seenAs = createRoute({
    getParentRoute: () => admin,
    path: 'people/seen-as',
    component: lazyRouteComponent(
      () => import('./impersonation/impersonation-page.tsx'),
      'ImpersonationPage',
    ),
  });
  const groups = createRoute({
    getParentRoute: () => admin,
    path: 'groups',
    component: lazyRouteComponent(() => import('./groups/groups-page.tsx'), 'GroupsPage'),
  });
  const group = createRoute({
    getParentRoute: () => admin,
    path: 'groups/$id',
    component: lazyRouteComponent(() => import('./groups/group-page.tsx'), 'GroupPage'),
  });
  const organizations = createRoute({
    getParentRoute: () => admin,
    path: 'organizations',
    component: lazyRouteComponent(
      () => import('./organizations/organizations-page.tsx'),
      'OrganizationsPage',
    ),
  });
  const organization = createRoute({
    getParentRoute: () => admin,
    path: 'organizations/$id',
    component: lazyRouteComponent(() => import('./organizations/organization-page.tsx'), 'OrganizationPage'),
  });
  const providers = createRoute({
    getParentRoute: () => admin,
    path: 'sign-in',
    component: lazyRouteComponent(() => import('./sign-in/providers-page.tsx'), 'ProvidersPage'),
  });
  const provider = createRoute({
    getParentRoute: () => admin,
    path: 'sign-in/$id',
    component: lazyRouteComponent(() => import('./sign-in/provider-page.tsx'), 'ProviderPage'),
  });
  const providerTab = createRoute({
    getParentRoute: () => admin,
    path: 'sign-in/$id/$tab',
    component: lazyRouteComponent(() => import('./sign-in/provider-page.tsx'), 'ProviderPage'),
  });
  const signInLogEntry = createRoute({
    getParentRoute: () => admin,
    path: 'sign-in/$id/log/$reference',
    component: lazyRouteComponent(() => import('./sign-in/log/log-entry-page.tsx'), 'LogEntryPage'),
  });
  // In a window of its own, without the frame.
  const testResult = createRoute({
    getParentRoute: () => root,
    path: '/admin/sign-in/$id/tests/$reference',
    beforeLoad: ({ location }) => requireSession(queries, location.href),
    component: lazyRouteComponent(() => import('./sign-in/test/test-result-page.tsx'), 'TestResultPage'),
  });
  const newProvider = createRoute({
    getParentRoute: () => admin,
    path: 'sign-in/new',
    component: lazyRouteComponent(() => import('./sign-in/wizard/new-provider-page.tsx'), 'NewProviderPage'),
  });
  const providerSetup = createRoute({
    getParentRoute: () => admin,
    path: 'sign-in/$id/setup',
    component: lazyRouteComponent(() => import('./sign-in/wizard/set-up-page.tsx'), 'SetUpPage'),
  });
  const portalDomains = createRoute({
    getParentRoute: () => admin,
    path: 'domains',
    component: lazyRouteComponent(() => import('./portal-domains/domains-page.tsx'), 'DomainsPage'),
  });
  const portalDomain = createRoute({
    getParentRoute: () => admin,
    path: 'domains/$id',
    component: lazyRouteComponent(() => import('./portal-domains/domain-page.tsx'), 'DomainPage'),
  });
  const secondFactor = createRoute({
    getParentRoute: () => admin,
    path: 'second-factor',
    component: lazyRouteComponent(() => import('./second-factor/second-factor-page.tsx'), 'SecondFactorPage'),
  });
  const mail = createRoute({
    getParentRoute: () => admin,
    path: 'mail',
    component: lazyRouteComponent(() => import('./mail/mail-page.tsx'), 'MailPage'),
  });
  const mailTab = createRoute({
    getParentRoute: () => admin,
    path: 'mail/$tab',
    component: lazyRouteComponent(() => import('./mail/mail-page.tsx'), 'MailPage'),
  });
  const mailMessage = createRoute({
    getParentRoute: () => admin,
    path: 'mail/messages/$id',
    component: lazyRouteComponent(() => import('./mail/message-page.tsx'), 'MessagePage'),
  });
  const audit = createRoute({
    getParentRoute: () => admin,
    path: 'audit',
    validateSearch: readAuditSearch,
    component: lazyRouteComponent(() => import('./audit/audit-page.tsx'), 'AuditPage'),
  });
  const auditTab = createRoute({
    getParentRoute: () => admin,
    path: 'audit/$tab',
    component: lazyRouteComponent(() => import('./audit/audit-page.tsx'), 'AuditPage'),
  });
  const sections = [
    overview,
    serviceDesks,
    serviceDesk,
    serviceDeskTypes,
    calendars,
    calendar,
    serviceDeskSlas,
    sla,
    requestType,
    fields,
    field,
    workflows,
    statuses,
    priorities,
    resolutions,
    workflow,
    people,
    invitations,
    serviceAccounts,
    serviceAccount,
    tokens,
    seenAs,
    groups,
    group,
    organizations,
    organization,
    providers,
    provider,
    providerTab,
    signInLogEntry,
    newProvider,
    providerSetup,
    portalDomains,
    portalDomain,
    secondFactor,
    mail,
    mailTab,
    mailMessage,
    audit,
    auditTab,
  ];
  return createRouter({
    routeTree: root.addChildren([
      setup,
      companySetup,
      companyTestEnded,
      testResult,
      admin.addChildren(sections),
    ]),
    scrollRestoration: true,
    defaultPreload: false,
    defaultErrorComponent: PageError,
  });
}
