import { afterEach, expect, test, vi } from 'vitest';
import { fetchWithStepUp, onConfirmNeeded } from './step-up.ts';

const asksForProof = () =>
  Response.json({ errorMessages: [], errors: { confirm: 'Confirm first that it is you.' } }, { status: 403 });

function serverAnswers(...answers: Response[]): string[] {
  const bodies: string[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    bodies.push(await request.text());
    return answers.shift() ?? Response.error();
  });
  return bodies;
}

const call = (method = 'PUT') =>
  new Request('https://help.acme.example/rest/portico/1/thing', {
    method,
    ...(method !== 'GET' && { body: '{"name":"Acme"}' }),
  });

afterEach(() => {
  vi.unstubAllGlobals();
  onConfirmNeeded(async () => false);
});

test('a call that needs proof is repeated with the same body once the person has shown it', async () => {
  const bodies = serverAnswers(asksForProof(), new Response(null, { status: 204 }));
  const ask = vi.fn(async () => true);
  onConfirmNeeded(ask);
  expect((await fetchWithStepUp(call())).status).toBe(204);
  expect(bodies).toEqual(['{"name":"Acme"}', '{"name":"Acme"}']);
  expect(ask).toHaveBeenCalledTimes(1);
});

test('it is repeated once and not for ever', async () => {
  serverAnswers(asksForProof(), asksForProof(), new Response(null, { status: 204 }));
  onConfirmNeeded(async () => true);
  expect((await fetchWithStepUp(call())).status).toBe(403);
});

test('when the person cancels, the refusal is the answer, and can be read', async () => {
  const bodies = serverAnswers(asksForProof());
  const refused = await fetchWithStepUp(call());
  expect(refused.status).toBe(403);
  expect((await refused.json()).errors.confirm).toContain('Confirm');
  expect(bodies).toHaveLength(1);
});

test('other refusals ask nobody', async () => {
  serverAnswers(
    Response.json({ errors: { name: 'No.' } }, { status: 403 }),
    new Response('no', { status: 403 }),
  );
  const ask = vi.fn(async () => true);
  onConfirmNeeded(ask);
  expect((await fetchWithStepUp(call())).status).toBe(403);
  expect((await fetchWithStepUp(call())).status).toBe(403);
  expect(ask).not.toHaveBeenCalled();
});

test('calls that are refused at the same time ask once', async () => {
  serverAnswers(asksForProof(), asksForProof(), new Response(null), new Response(null));
  const ask = vi.fn(async () => true);
  onConfirmNeeded(ask);
  const both = await Promise.all([fetchWithStepUp(call()), fetchWithStepUp(call())]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect(ask).toHaveBeenCalledTimes(1);
});
