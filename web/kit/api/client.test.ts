import { afterEach, expect, test, vi } from 'vitest';
import { ApiError, apiErrorFrom } from './api-error.ts';
import { answer, answerWithoutSession, onSignedOut } from './client.ts';

afterEach(() => onSignedOut(() => {}));

function refusal(status: number, error?: unknown, headers: Record<string, string> = {}) {
  return Promise.resolve({ error, response: new Response(null, { status, headers }) });
}

async function failureOf(call: Promise<unknown>): Promise<ApiError> {
  const error = await call.catch((caught: unknown) => caught);
  if (!(error instanceof ApiError)) throw new Error('It was not refused');
  return error;
}

test('an answer is the data of the call', async () => {
  const response = new Response(null, { status: 200 });
  expect(await answer(Promise.resolve({ data: { id: '1' }, response }))).toEqual({ id: '1' });
});

test('a refused form tells which field and why', async () => {
  const body = { errorMessages: ['No.'], errors: { summary: 'Write something.' } };
  const error = await failureOf(answer(refusal(400, body)));
  expect(error).toMatchObject({
    status: 400,
    errorMessages: ['No.'],
    errors: { summary: 'Write something.' },
  });
  expect(error.message).toBe('No.');
});

test('a session that is over leads to the sign-in, except at the sign-in itself', async () => {
  const signedOut = vi.fn();
  onSignedOut(signedOut);
  expect((await failureOf(answerWithoutSession(refusal(401)))).status).toBe(401);
  expect(signedOut).not.toHaveBeenCalled();
  expect((await failureOf(answer(refusal(401)))).status).toBe(401);
  expect(signedOut).toHaveBeenCalledTimes(1);
  await failureOf(answer(refusal(403)));
  expect(signedOut).toHaveBeenCalledTimes(1);
});

test('a server that is not reached is status 0; a call that was given up stays what it is', async () => {
  expect((await failureOf(answer(Promise.reject(new TypeError('Failed to fetch'))))).status).toBe(0);
  const abort = new DOMException('', 'AbortError');
  await expect(answer(Promise.reject(abort))).rejects.toBe(abort);
});

test('an error is read from whatever came with it', () => {
  const response = new Response(null, { status: 502 });
  for (const body of [
    undefined,
    null,
    '',
    '<html>Bad gateway</html>',
    [],
    { errorMessages: 'x', errors: ['y'] },
  ]) {
    expect(apiErrorFrom(response, body)).toMatchObject({ status: 502, errorMessages: [], errors: {} });
  }
  const asText = '{"errorMessages":["Too large."],"errors":{"file":"Too large.","n":1}}';
  expect(apiErrorFrom(response, asText)).toMatchObject({
    errorMessages: ['Too large.'],
    errors: { file: 'Too large.' },
  });
});

test('too many tries tell when the next may come', () => {
  const response = new Response(null, { status: 429, headers: { 'retry-after': '90' } });
  expect(apiErrorFrom(response, null).retryAfterSeconds).toBe(90);
  expect(apiErrorFrom(new Response(null, { status: 429 }), null).retryAfterSeconds).toBeNull();
});
