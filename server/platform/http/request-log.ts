import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * One line per response, when it is done. What changes something or is refused is worth a line at all times; plain
 * reads are told at debug level only. Failures of ours are logged with their cause where they are answered.
 */
export function logResponse(request: FastifyRequest, reply: FastifyReply): void {
  const { statusCode } = reply;
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const level = isRead && (statusCode < 400 || statusCode === 404) ? 'debug' : 'info';
  request.log[level](
    { req: request, statusCode, milliseconds: Math.round(reply.elapsedTime * 10) / 10 },
    'request completed',
  );
}
