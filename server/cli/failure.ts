/** Portico cannot do what was asked, for a reason that whoever started it can do something about. */
export class Failure extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Failure';
  }
}

/** The code of a system or PostgreSQL error, such as 'EADDRINUSE' or '28P01'. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
