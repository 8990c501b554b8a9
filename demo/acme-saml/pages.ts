import { type Html, html } from '../html.ts';
import type { AcceptedRequest, ServiceProvider } from './saml-messages.ts';

const logo = html`<svg class="logo" viewBox="0 0 180 36" role="img" aria-label="Acme">
  <path class="logo-mark" d="M18 3 34 33H25.6L18 18.2 10.4 33H2z"/>
  <path class="logo-dot" d="M13.2 33a4.8 4.8 0 0 1 9.6 0z"/>
  <text x="44" y="28">ACME</text>
</svg>`;

function page(title: string, content: Html, script?: string): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Acme</title>
<link rel="icon" href="/acme.svg" type="image/svg+xml">
<link rel="stylesheet" href="/acme.css">
${script && html`<script src="${script}" defer></script>`}
</head>
<body>
<main class="card">
${logo}
${content}
</main>
<footer class="foot">Acme Tool &amp; Supply · one sign-in for every Acme service</footer>
</body>
</html>`;
}

/** What the sign-in form carries along. */
export interface SignInForm {
  readonly email: string;
  readonly refusal?: string | undefined;
  readonly serviceName: string | undefined;
  /** sent back with the form, so that the journey goes on */
  readonly samlRequest?: string | undefined;
  readonly relayState?: string | undefined;
}

/** Where people type their e-mail address and password. */
export function signInPage({ email, refusal, serviceName, samlRequest, relayState }: SignInForm): Html {
  return page(
    'Sign in',
    html`<h1>Sign in</h1>
<p class="lead">${serviceName ? html`to continue to <strong>${serviceName}</strong>` : 'with your Acme account'}</p>
${refusal && html`<p class="refusal" role="alert" id="refusal">${refusal}</p>`}
<form method="post" action="/sign-in">
<label for="email">E-mail address</label>
<input id="email" name="email" type="email" value="${email}" autocomplete="username" required${email ? '' : html` autofocus`}>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required${email ? html` autofocus` : ''}${refusal && html` aria-invalid="true" aria-describedby="refusal"`}>
${samlRequest !== undefined && html`<input type="hidden" name="SAMLRequest" value="${samlRequest}">`}
${relayState !== undefined && html`<input type="hidden" name="RelayState" value="${relayState}">`}
<button type="submit">Sign in</button>
</form>
<p class="note">Acme is a demo company. Its people and their passwords are printed in the terminal that runs the demo.</p>`,
  );
}

/** The script of the page below, served at /send-form.js: pages have no inline script. */
export const sendFormScript = 'document.forms[0].submit();\n';

/** Carries the answer to the service: sends itself when scripts run, by a button when they do not. */
export function responsePage(
  { serviceProvider, acsUrl }: Pick<AcceptedRequest, 'serviceProvider' | 'acsUrl'>,
  samlResponse: string,
  relayState: string | undefined,
): Html {
  return page(
    'Signing in',
    html`<h1>Signing you in</h1>
<p class="lead">Taking you to <strong>${serviceProvider.name}</strong>.</p>
<form method="post" action="${acsUrl}">
<input type="hidden" name="SAMLResponse" value="${samlResponse}">
${relayState !== undefined && html`<input type="hidden" name="RelayState" value="${relayState}">`}
<button type="submit">Continue</button>
</form>`,
    '/send-form.js',
  );
}

/** What somebody who is signed in sees when coming by without a request. */
export function homePage(name: string, email: string, serviceProviders: readonly ServiceProvider[]): Html {
  return page(
    'Your services',
    html`<h1>Hello, ${name}</h1>
<p class="lead">You are signed in as ${email}.</p>
<ul class="services">
${serviceProviders.map((service) => html`<li><a href="${launchPath(service)}">${service.name}</a></li>`)}
</ul>
<form method="post" action="/sign-out"><button class="quiet" type="submit">Sign out of Acme</button></form>`,
  );
}

function launchPath({ entityId }: ServiceProvider): string {
  return `/saml/launch?${new URLSearchParams({ service: entityId })}`;
}

/** The end of a sign-out that began here. */
export function signedOutPage(): Html {
  return page(
    'Signed out',
    html`<h1>You are signed out</h1>
<p class="lead">Of Acme, and of the services that you used with it.</p>
<p class="note"><a href="/">Sign in again</a></p>`,
  );
}

/** Why a sign-in cannot go on. */
export function refusalPage(message: string): Html {
  return page(
    'Sign-in stopped',
    html`<h1>Sign-in stopped</h1>
<p class="refusal" role="alert">${message}</p>
<p class="note">Nothing was sent to the service. <a href="/">Go to your Acme services</a></p>`,
  );
}
