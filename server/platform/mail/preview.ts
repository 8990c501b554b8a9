import type { FastifyReply } from 'fastify';

/**
 * Shows a mail's HTML as it is, in a frame of the administration. Its policy lets it style itself and nothing else; links
 * open in a tab of their own, without the sandbox that holds the mail.
 */
export async function sendMailPreview(reply: FastifyReply, html: string): Promise<void> {
  reply
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; " +
        'sandbox allow-popups allow-popups-to-escape-sandbox',
    )
    .header('x-frame-options', 'SAMEORIGIN')
    .type('text/html; charset=utf-8')
    .serializer((page: string) => page);
  await reply.send(html.replace('<head>', '<head>\n<base target="_blank">'));
}
