import { type Html, html } from '../html.ts';

const globe = html`<svg class="globe" viewBox="0 0 48 48" aria-hidden="true">
  <circle cx="24" cy="24" r="20"/>
  <ellipse cx="24" cy="24" rx="9" ry="20"/>
  <path d="M4 24h40M7.5 13h33M7.5 35h33"/>
</svg>`;

function page(title: string, content: Html): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} | Globex</title>
<link rel="icon" href="/globex.svg" type="image/svg+xml">
<link rel="stylesheet" href="/globex.css">
</head>
<body>
<header class="side">
<p class="brand">${globe}<span>Globex</span></p>
<p class="motto">Freight and logistics,<br>from every port to every door.</p>
</header>
<main>
${content}
</main>
</body>
</html>`;
}

/** What the sign-in page shows and where its forms go. */
export interface SignInForm {
  readonly action: string;
  readonly cancelAction: string;
  readonly email: string;
  readonly refusal?: string | undefined;
  readonly serviceName: string;
}

/** Where people type their e-mail address and password. */
export function signInPage({ action, cancelAction, email, refusal, serviceName }: SignInForm): Html {
  return page(
    'Globex ID',
    html`<h1>Globex ID</h1>
<p class="lead">Sign in to go on to <strong>${serviceName}</strong></p>
${refusal && html`<p class="refusal" role="alert" id="refusal">${refusal}</p>`}
<form method="post" action="${action}">
<label for="email">Work e-mail</label>
<input id="email" name="email" type="email" value="${email}" autocomplete="username" required${email ? '' : html` autofocus`}>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required${email ? html` autofocus` : ''}${refusal && html` aria-invalid="true" aria-describedby="refusal"`}>
<button type="submit">Continue</button>
</form>
<form method="post" action="${cancelAction}"><button class="link" type="submit">Cancel</button></form>
<p class="note">Globex is a demo company: the terminal that runs the demo shows its people's passwords.</p>`,
  );
}

/** What somebody sees when coming by without a request. */
export function homePage(services: readonly { readonly name: string; readonly startUrl: string }[]): Html {
  return page(
    'Globex ID',
    html`<h1>Globex ID</h1>
<p class="lead">Services that you reach with it</p>
<ul class="services">
${services.map(({ name, startUrl }) => html`<li><a href="${startUrl}">${name}</a></li>`)}
</ul>
<p class="note"><a href="/session/end">Sign out of Globex</a></p>`,
  );
}

/** Asks whether to end the session. `form` is oidc-provider's own, named op.logoutForm, without buttons. */
export function signOutPage(form: string, email: string | undefined, serviceName: string | undefined): Html {
  return page(
    'Sign out',
    html`<h1>Sign out of Globex?</h1>
<p class="lead">${serviceName && html`You have left <strong>${serviceName}</strong>. `}${
      email && html`You are still signed in here as ${email}. `
    }That ends what you opened with Globex ID, too.</p>
${{ markup: form }}
<button type="submit" form="op.logoutForm" name="logout" value="yes" autofocus>Sign out of Globex</button>
<button class="link" type="submit" form="op.logoutForm">Stay signed in</button>`,
  );
}

/** After signing out, when the service did not ask for the person back. */
export function signedOutPage(): Html {
  return page('Signed out', html`<h1>You are signed out</h1><p class="lead">You can close this window.</p>`);
}

/** Why a sign-in cannot go on. */
export function errorPage(message: string): Html {
  return page(
    'Sign-in stopped',
    html`<h1>Sign-in stopped</h1>
<p class="refusal" role="alert">${message}</p>
<p class="note">Go back to the service that you came from and start again.</p>`,
  );
}
