import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  lazyRouteComponent,
  parseSearchWith,
  redirect,
  stringifySearchWith,
  stripSearchParams,
  useNavigate,
} from '@tanstack/react-router';
import {
  requireSession,
  securityPath,
  sessionsPath,
  signedOutPath,
  signInPath,
  siteQuery,
  tokensPath,
} from '../kit/api/session.ts';
import { PageError } from '../kit/components/page-error.tsx';
import { Loading, NotFound } from '../kit/components/states.tsx';
import { addConfirmStrings } from '../kit/confirm/strings.ts';
import { addAccountStrings } from './account/strings.ts';
import { addTokenStrings } from './account/tokens-words.ts';
import { addHomeStrings } from './help-center/strings.ts';
import { addLinkStrings } from './link/strings.ts';
import { portalPath, portalsPath, requestsPath } from './paths.ts';
import { formQuery, portalQuery, portalsQuery, requestTypesQuery } from './queries.ts';
import { commentsQuery, requestQuery } from './request/request-queries.ts';
import { addRequestStrings } from './request/strings.ts';
import { readFilter } from './requests/request-filter.ts';
import { columnsQuery, requestSourcesQuery, requestsQuery } from './requests/requests-queries.ts';
import { addRequestsStrings } from './requests/strings.ts';
import { addSecondFactorStrings } from './second-factor/strings.ts';
import { Page } from './shell/page.tsx';
import { PortalShell } from './shell/portal-shell.tsx';
import { addSignInStrings } from './sign-in/strings.ts';
import {
  finishPath,
  forgottenPath,
  invitationPath,
  newPasswordPath,
  ownPasswordPath,
  signUpPath,
} from './sign-up/paths.ts';
import { addSignUpStrings } from './sign-up/strings.ts';

/** A page's code and its words in the language that is shown, fetched at the same time. */
function withWords<Page>(
  page: () => Promise<Page>,
  ...words: readonly (() => Promise<void>)[]
): () => Promise<Page> {
  return async () => {
    const [code] = await Promise.all([page(), ...words.map((add) => add())]);
    return code;
  };
}

const HelpCenterPage = lazyRouteComponent(
  withWords(() => import('./help-center/help-center-page.tsx'), addHomeStrings),
  'HelpCenterPage',
);
const PortalPage = lazyRouteComponent(
  withWords(() => import('./portal/portal-page.tsx'), addHomeStrings),
  'PortalPage',
);
const CreatePage = lazyRouteComponent(() => import('./create/create-page.tsx'), 'CreatePage');
const RequestsPage = lazyRouteComponent(
  withWords(() => import('./requests/requests-page.tsx'), addRequestsStrings),
  'RequestsPage',
);
const RequestPage = lazyRouteComponent(
  withWords(() => import('./request/request-page.tsx'), addRequestStrings),
  'RequestPage',
);
const SessionsPage = lazyRouteComponent(
  withWords(() => import('./account/sessions-page.tsx'), addAccountStrings),
  'SessionsPage',
);
const TokensPage = lazyRouteComponent(
  withWords(() => import('./account/tokens-page.tsx'), addTokenStrings),
  'TokensPage',
);
const SignedOutPage = lazyRouteComponent(
  withWords(() => import('./account/signed-out-page.tsx'), addAccountStrings),
  'SignedOutPage',
);
const SignInPage = lazyRouteComponent(
  withWords(() => import('./sign-in/sign-in-page.tsx'), addSignInStrings),
  'SignInPage',
);
const SecurityPage = lazyRouteComponent(
  withWords(() => import('./account/security-page.tsx'), addSecondFactorStrings),
  'SecurityPage',
);
const SecondFactorPage = lazyRouteComponent(
  withWords(
    () => import('./second-factor/second-factor-page.tsx'),
    addSecondFactorStrings,
    addConfirmStrings,
  ),
  'SecondFactorPage',
);
const SignUpPage = lazyRouteComponent(
  withWords(() => import('./sign-up/sign-up-page.tsx'), addSignUpStrings),
  'SignUpPage',
);
const ForgottenPage = lazyRouteComponent(
  withWords(() => import('./sign-up/forgotten-page.tsx'), addSignUpStrings),
  'ForgottenPage',
);
const MailedLinkPage = lazyRouteComponent(
  withWords(() => import('./sign-up/mailed-link-page.tsx'), addSignUpStrings),
  'MailedLinkPage',
);
const OwnPasswordPage = lazyRouteComponent(
  withWords(() => import('./sign-up/own-password-page.tsx'), addSignUpStrings),
  'OwnPasswordPage',
);
const LinkPage = lazyRouteComponent(
  withWords(() => import('./link/link-page.tsx'), addLinkStrings, addSignInStrings),
  'LinkPage',
);

function text(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** Words that are searched for, as they stand in the address. */
function readWords(search: Record<string, unknown>): { q: string } {
  return { q: text(search['q'])?.trim().slice(0, 200) ?? '' };
}

/** The pages of the portal. A page's code and its data are fetched at the same time. */
export function createPortalRouter(queries: QueryClient) {
  const root = createRootRoute({ component: PortalShell, notFoundComponent: Lost });
  const signedIn = createRoute({
    getParentRoute: () => root,
    id: 'signed-in',
    beforeLoad: ({ location }) => requireSession(queries, location.href),
  });

  const home = createRoute({
    getParentRoute: () => root,
    path: portalsPath,
    // At its own host a portal is all there is.
    beforeLoad: () => {
      const own = queries.getQueryData(siteQuery.queryKey)?.portal;
      if (own) throw redirect({ to: portalPath(own.id), replace: true });
    },
    validateSearch: readWords,
    // without words there is nothing to say
    search: { middlewares: [stripSearchParams({ q: '' })] },
    component: function HomeRoute() {
      const navigate = useNavigate();
      return (
        <HelpCenterPage
          {...home.useSearch()}
          onSearch={(q) =>
            void navigate({ to: portalsPath, search: { q }, replace: true, resetScroll: false })
          }
        />
      );
    },
    loader: () => {
      void queries.prefetchQuery(portalsQuery);
      return HelpCenterPage.preload?.();
    },
  });
  // where JSM's own links and people who cut addresses short arrive
  const short = ['/servicedesk', '/servicedesk/customer', '/servicedesk/customer/user'].map((path) =>
    createRoute({
      getParentRoute: () => root,
      path,
      beforeLoad: () => {
        throw redirect({ to: portalsPath, replace: true });
      },
    }),
  );
  const signIn = createRoute({
    getParentRoute: () => root,
    path: signInPath,
    validateSearch: (search: Record<string, unknown>) => ({
      destination: text(search['destination']),
      error: text(search['error']),
      reference: text(search['reference']),
      idp: text(search['idp']),
      choose: text(search['choose']),
      local: text(search['local']),
      reason: text(search['reason']),
    }),
    component: function SignInRoute() {
      return <SignInPage {...signIn.useSearch()} />;
    },
    loader: () => SignInPage.preload?.(),
  });
  const signedOut = createRoute({
    getParentRoute: () => root,
    path: signedOutPath,
    validateSearch: (search: Record<string, unknown>) => ({
      provider: text(search['provider']),
      problem: text(search['problem']),
      reference: text(search['reference']),
    }),
    component: function SignedOutRoute() {
      return <SignedOutPage {...signedOut.useSearch()} />;
    },
    loader: () => SignedOutPage.preload?.(),
  });
  const link = createRoute({
    getParentRoute: () => root,
    path: '/servicedesk/customer/user/link/$token',
    component: function LinkRoute() {
      return <LinkPage {...link.useParams()} />;
    },
    loader: () => LinkPage.preload?.(),
  });
  const signUp = createRoute({
    getParentRoute: () => root,
    path: signUpPath,
    validateSearch: (search: Record<string, unknown>) => ({ destination: text(search['destination']) }),
    component: function SignUpRoute() {
      return <SignUpPage {...signUp.useSearch()} />;
    },
    loader: () => SignUpPage.preload?.(),
  });
  const forgotten = createRoute({
    getParentRoute: () => root,
    path: forgottenPath,
    validateSearch: (search: Record<string, unknown>) => ({ destination: text(search['destination']) }),
    component: function ForgottenRoute() {
      return <ForgottenPage {...forgotten.useSearch()} />;
    },
    loader: () => ForgottenPage.preload?.(),
  });
  const mailedLinks = [finishPath, invitationPath, newPasswordPath].map((path) =>
    createRoute({
      getParentRoute: () => root,
      path,
      component: MailedLinkPage,
      loader: () => MailedLinkPage.preload?.(),
    }),
  );
  const ownPassword = createRoute({
    getParentRoute: () => signedIn,
    path: ownPasswordPath,
    component: OwnPasswordPage,
    loader: () => OwnPasswordPage.preload?.(),
  });
  const sessions = createRoute({
    getParentRoute: () => signedIn,
    path: sessionsPath,
    component: SessionsPage,
    loader: () => {
      return SessionsPage.preload?.();
    },
  });
  const tokens = createRoute({
    getParentRoute: () => signedIn,
    path: tokensPath,
    component: TokensPage,
    loader: () => {
      return TokensPage.preload?.();
    },
  });
  const secondFactor = createRoute({
    getParentRoute: () => root,
    path: '/servicedesk/customer/user/second-factor',
    component: SecondFactorPage,
    loader: () => SecondFactorPage.preload?.(),
  });
  const security = createRoute({
    getParentRoute: () => signedIn,
    path: securityPath,
    validateSearch: (search: Record<string, unknown>) => ({
      asked: text(search['asked']),
      destination: text(search['destination']),
    }),
    component: function SecurityRoute() {
      return <SecurityPage {...security.useSearch()} />;
    },
    loader: () => {
      return SecurityPage.preload?.();
    },
  });
  const portal = createRoute({
    getParentRoute: () => signedIn,
    path: '/servicedesk/customer/portal/$portalId',
    validateSearch: readWords,
    search: { middlewares: [stripSearchParams({ q: '' })] },
    component: function PortalRoute() {
      const navigate = useNavigate();
      const { portalId } = portal.useParams();
      const { q } = portal.useSearch();
      const onSearch = (words: string) =>
        void navigate({
          to: portalPath(portalId),
          search: { q: words },
          replace: true,
          resetScroll: false,
        });
      return <PortalPage key={portalId} portalId={portalId} q={q} onSearch={onSearch} />;
    },
    loader: ({ params: { portalId } }) => {
      void queries.prefetchQuery(portalQuery(portalId));
      void queries.prefetchQuery(requestTypesQuery(portalId));
      return PortalPage.preload?.();
    },
  });
  const create = createRoute({
    getParentRoute: () => signedIn,
    path: '/servicedesk/customer/portal/$portalId/group/$groupId/create/$requestTypeId',
    component: function CreateRoute() {
      const { portalId, requestTypeId } = create.useParams();
      return <CreatePage portalId={portalId} requestTypeId={requestTypeId} />;
    },
    loader: ({ params: { portalId, requestTypeId } }) => {
      void queries.prefetchQuery(portalQuery(portalId));
      void queries.prefetchQuery(formQuery(portalId, requestTypeId));
      return CreatePage.preload?.();
    },
  });
  const requests = createRoute({
    getParentRoute: () => signedIn,
    path: requestsPath,
    validateSearch: readFilter,
    // what is usual need not stand in the address
    search: { middlewares: [stripSearchParams({ status: 'open' })] },
    component: function RequestsRoute() {
      const navigate = useNavigate();
      return (
        <RequestsPage
          filter={requests.useSearch()}
          onFilter={(filter) => void navigate({ to: requestsPath, search: filter, replace: true })}
        />
      );
    },
    loaderDeps: ({ search }) => search,
    loader: ({ deps }) => {
      void queries.prefetchInfiniteQuery(requestsQuery(deps));
      void queries.prefetchQuery(columnsQuery);
      void queries.prefetchQuery(requestSourcesQuery);
      return RequestsPage.preload?.();
    },
  });
  const request = createRoute({
    getParentRoute: () => signedIn,
    path: '/servicedesk/customer/portal/$portalId/$requestKey',
    component: function RequestRoute() {
      const { requestKey } = request.useParams();
      return <RequestPage key={requestKey} requestKey={requestKey} />;
    },
    loader: ({ params: { requestKey } }) => {
      void queries.prefetchQuery(requestQuery(requestKey));
      void queries.prefetchInfiniteQuery(commentsQuery(requestKey));
      return RequestPage.preload?.();
    },
  });

  return createRouter({
    routeTree: root.addChildren([
      home,
      ...short,
      signIn,
      signedOut,
      link,
      signUp,
      forgotten,
      ...mailedLinks,
      secondFactor,
      signedIn.addChildren([portal, create, requests, request, sessions, ownPassword, tokens, security]),
    ]),
    // all that stands in addresses is text, and text that looks like a number stays as it was typed
    parseSearch: parseSearchWith((value) => value),
    stringifySearch: stringifySearchWith(JSON.stringify),
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultPendingComponent: Waiting,
    defaultErrorComponent: Failed,
  });
}

function Lost() {
  return (
    <Page width="wide">
      <NotFound isNested />
    </Page>
  );
}

function Waiting() {
  return (
    <Page width="wide">
      <Loading lines={5} />
    </Page>
  );
}

function Failed(props: ErrorComponentProps) {
  return (
    <Page width="wide">
      <PageError {...props} />
    </Page>
  );
}
