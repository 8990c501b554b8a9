import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { escapeHtml } from '../../platform/http/escape-html.ts';

/** A form that the browser is to post to another site. */
export interface PostForm {
  /** absolute, http or https */
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Answers with a page that posts a form by itself, as the HTTP-POST binding wants it (SAML 2.0 Bindings, section 3.5.4).
 * Without scripts, people press its button. Its policy allows this one script and style, by the nonce of this response.
 *
 * The form's target is written by us and nothing on the page can change it, so the policy need not name that one site; and
 * it must not: browsers hold redirects of the answer to `form-action` too, and a provider's sign-on address often sends on
 * to a sign-in page on another host. Any site may follow, by HTTPS; by HTTP only where the provider itself is reached so.
 */
export async function sendPostForm(reply: FastifyReply, { action, fields }: PostForm): Promise<void> {
  const nonce = randomBytes(16).toString('base64');
  const target = new URL(action);
  const inputs = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  reply
    .header(
      'content-security-policy',
      `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; ` +
        `form-action ${target.protocol === 'http:' ? 'http: https:' : 'https:'}; frame-ancestors 'none'; base-uri 'none'`,
    )
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .serializer((page: string) => page);
  await reply.send(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>On to ${escapeHtml(target.host)}</title>
<style nonce="${nonce}">
body { font: 16px/1.5 system-ui, sans-serif; max-width: 32rem; margin: 20vh auto 0; padding: 0 1rem; text-align: center }
button { font: inherit; padding: .6rem 1.4rem; border: 0; border-radius: .4rem; background: #1b4fd8; color: #fff; cursor: pointer }
button:focus-visible { outline: 3px solid #8fb0ff; outline-offset: 2px }
</style>
<p>You are on your way to <strong>${escapeHtml(target.host)}</strong>.</p>
<form method="post" action="${escapeHtml(target.href)}">
${inputs.join('\n')}
<button type="submit">Continue</button>
</form>
<script nonce="${nonce}">document.forms[0].submit()</script>
</html>
`);
}
