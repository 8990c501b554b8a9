/**
 * Errors by meaning. Rules throw them; platform/http/error-handler.ts maps each to a status code and to
 * Jira's error shape `{errorMessages, errors}` in one place.
 */
export abstract class RefusedError extends Error {
  abstract readonly statusCode: number;
  /** Per-field messages, keyed by the field's name in the request body. */
  readonly errors: Record<string, string>;

  constructor(message: string, errors: Record<string, string> = {}) {
    super(message);
    this.name = new.target.name;
    this.errors = errors;
  }
}

/** The input breaks a rule; the message says which and what to do. */
export class Invalid extends RefusedError {
  readonly statusCode = 400;

  /** An error about named fields only, as Jira answers a refused form. */
  static fields(errors: Record<string, string>): Invalid {
    return new Invalid('', errors);
  }
}

/** Nobody is signed in. */
export class Unauthenticated extends RefusedError {
  readonly statusCode = 401;
}

/** Signed in, knows of the thing, may not do this with it. */
export class Forbidden extends RefusedError {
  readonly statusCode = 403;
}

/** Does not exist, or must look so to this account. */
export class NotFound extends RefusedError {
  readonly statusCode = 404;
}

/** The thing has changed since it was read, or a unique name is taken. */
export class Conflict extends RefusedError {
  readonly statusCode = 409;
}

/** The upload is larger than allowed. */
export class TooLarge extends RefusedError {
  readonly statusCode = 413;
}

/** Too many tries; `retryAfterSeconds` says when the next one may come. */
export class TooManyTries extends RefusedError {
  readonly statusCode = 429;
  readonly retryAfterSeconds: number;

  constructor(message: string, retryAfterSeconds: number) {
    super(message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Cannot be done now, but soon: the process is shutting down or something it needs is away. */
export class Unavailable extends RefusedError {
  readonly statusCode = 503;
}
