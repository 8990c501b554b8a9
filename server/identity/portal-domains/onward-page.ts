import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { escapeHtml } from '../../platform/http/escape-html.ts';

/**
 * Sends the browser on to another host of ours with a page, not with a redirect: browsers hold the `form-action` of the
 * provider's page to every redirect that follows its form, and that names one host of ours, the one that is registered there.
 * Without scripts, people follow its link.
 */
export async function sendOnward(reply: FastifyReply, url: string): Promise<void> {
  const nonce = randomBytes(16).toString('base64');
  const address = escapeHtml(url);
  reply
    .code(200)
    .header(
      'content-security-policy',
      `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'`,
    )
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .serializer((page: string) => page);
  await reply.send(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>On to ${escapeHtml(new URL(url).host)}</title>
<style nonce="${nonce}">body { font: 16px/1.5 system-ui, sans-serif; max-width: 32rem; margin: 20vh auto 0; padding: 0 1rem; text-align: center }</style>
<p>You are on your way to <a id="on" href="${address}">${escapeHtml(new URL(url).host)}</a>.</p>
<script nonce="${nonce}">location.replace(document.getElementById('on').href)</script>
</html>
`);
}
