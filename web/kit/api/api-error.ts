/** What a refused call answers, in Jira's shape. `status` 0: the server was not reached. */
export class ApiError extends Error {
  readonly status: number;
  readonly errorMessages: readonly string[];
  /** Per field of what was sent. */
  readonly errors: Readonly<Record<string, string>>;
  /** When the next try may come, for 429. */
  readonly retryAfterSeconds: number | null;

  constructor(
    status: number,
    errorMessages: readonly string[] = [],
    errors: Readonly<Record<string, string>> = {},
    retryAfterSeconds: number | null = null,
  ) {
    super(errorMessages.join(' ') || Object.values(errors).join(' ') || `The server answered ${status}.`);
    this.name = 'ApiError';
    this.status = status;
    this.errorMessages = errorMessages;
    this.errors = errors;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string' && entry !== '') : [];
}

function stringRecord(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** Reads a refusal from whatever body came with it: ours, a proxy's html page, or nothing. */
export function apiErrorFrom(response: Pick<Response, 'status' | 'headers'>, body: unknown): ApiError {
  let parsed = body;
  if (typeof body === 'string') {
    try {
      parsed = JSON.parse(body);
    } catch {
      parsed = null;
    }
  }
  const { errorMessages, errors } = (typeof parsed === 'object' && parsed !== null ? parsed : {}) as Record<
    string,
    unknown
  >;
  const retryAfter = Number.parseInt(response.headers.get('retry-after') ?? '', 10);
  return new ApiError(
    response.status,
    strings(errorMessages),
    stringRecord(errors),
    Number.isNaN(retryAfter) ? null : retryAfter,
  );
}
