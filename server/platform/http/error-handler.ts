import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { challengeFor } from './challenge.ts';
import { type ErrorJson, errorJson } from './error-responses.ts';
import { RefusedError, TooManyTries } from './errors.ts';
import { validationMessages } from './validation-messages.ts';

/** What is told of an error: a status code and Jira's error shape. */
interface ErrorAnswer {
  readonly statusCode: number;
  readonly body: ErrorJson;
  readonly headers?: Record<string, string>;
}

/**
 * Answers a thrown error. Meanings (errors.ts) and what the framework refuses keep their status; everything else is
 * our fault: logged whole, answered as 500 with the request id and nothing else.
 */
export function handleError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const answer = answerTo(error, request);
  if (answer.statusCode >= 500) request.log.error({ err: error, req: request }, 'request failed');
  if (answer.headers) reply.headers(answer.headers);
  reply
    .code(answer.statusCode)
    .type('application/json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(answer.body);
}

/** Tells how an error is answered, without answering. */
function answerTo(error: unknown, request: Pick<FastifyRequest, 'id' | 'headers'>): ErrorAnswer {
  if (error instanceof RefusedError) {
    const body = errorJson(error.message, error.errors);
    if (error instanceof TooManyTries) {
      const headers = { 'retry-after': String(Math.max(1, Math.ceil(error.retryAfterSeconds))) };
      return { statusCode: error.statusCode, body, headers };
    }
    if (error.statusCode === 401) {
      const headers = { 'www-authenticate': challengeFor(request.headers) };
      return { statusCode: error.statusCode, body, headers };
    }
    return { statusCode: error.statusCode, body };
  }
  if (isFastifyError(error)) {
    if (error.validation) return { statusCode: 400, body: validationBody(error) };
    const refusal = frameworkRefusal(error, request.headers['content-type']);
    if (refusal) return refusal;
  }
  return {
    statusCode: 500,
    body: errorJson(
      `Something went wrong on our side. Try again; if it stays so, tell your administrator this request id: ${request.id}`,
    ),
  };
}

function isFastifyError(error: unknown): error is FastifyError {
  return error instanceof Error && typeof (error as Partial<FastifyError>).code === 'string';
}

function validationBody(error: FastifyError): ErrorJson {
  const body: ErrorJson = { errorMessages: [], errors: {} };
  const messages = validationMessages(error.validation ?? []);
  for (const [field, message] of messages) {
    if (error.validationContext === 'body') {
      if (field === '')
        body.errorMessages.push(`The body of the request is not valid: ${lowerFirst(message)}`);
      else body.errors[field] = message;
    } else {
      body.errorMessages.push(`${placeOf(error.validationContext)} "${field}": ${lowerFirst(message)}`);
    }
  }
  return body;
}

function placeOf(context: FastifyError['validationContext']): string {
  if (context === 'querystring') return 'Query parameter';
  if (context === 'headers') return 'Header';
  return 'Part of the address';
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** What Fastify and its plugins refuse before a handler runs, and PostgreSQL of any text, in our words. */
function frameworkRefusal(error: FastifyError, contentType: string | undefined): ErrorAnswer | undefined {
  switch (error.code) {
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return answer(
        415,
        contentType
          ? `The body came as ${contentType}, which is not understood here. Send it as application/json.`
          : 'Say what the body is: send it with Content-Type: application/json.',
      );
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
      return answer(415, 'Send files as multipart/form-data.');
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return answer(400, 'The body is empty. Send a JSON object, or leave out Content-Type.');
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return answer(400, 'The body is not valid JSON.');
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return answer(400, 'The body is not as long as Content-Length says.');
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return answer(
        413,
        'The body is too large. Send at most 1 MB; files are uploaded as multipart/form-data.',
      );
    case 'FST_REQ_FILE_TOO_LARGE':
      return answer(413, 'The file is too large.');
    case 'FST_FILES_LIMIT':
    case 'FST_PARTS_LIMIT':
    case 'FST_FIELDS_LIMIT':
      return answer(413, 'Too many parts in one upload. Send fewer files at a time.');
    case 'FST_PROTO_VIOLATION':
      return answer(400, 'The upload has a field whose name is not allowed.');
    case 'FST_MP_PREMATURE_CLOSE':
      return answer(400, 'The upload ended before it was complete. Send it again.');
    case 'FST_ERR_BAD_URL':
      return answer(400, 'The address is not a valid URL.');
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return answer(414, 'A part of the address is too long.');
    // PostgreSQL: text and jsonb keep all characters but this one.
    case '22021':
    case '22P05':
      return answer(400, 'Something that was sent has a NUL character (U+0000) in it. Leave it out.');
    // PostgreSQL: two transactions waited for each other, or came between each other.
    case '40P01':
    case '40001':
      return answer(
        409,
        'This collided with another change that was made at the same time, and nothing was changed. Try again.',
      );
    default:
      return undefined;
  }
}

function answer(statusCode: number, message: string): ErrorAnswer {
  return { statusCode, body: errorJson(message) };
}
