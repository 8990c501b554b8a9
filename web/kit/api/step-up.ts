type Ask = () => Promise<boolean>;

let ask: Ask = async () => false;
let asking: Promise<boolean> | null = null;

/** How to ask the person to show that it is them; set once by start. Answers whether they have. */
export function onConfirmNeeded(handler: Ask): void {
  ask = handler;
}

/**
 * Fetches. A call that the server refuses until the person has shown again that it is them is repeated, once, when they have:
 * whoever made it learns nothing of that. When they cancel, the refusal is the answer. Calls that are refused at the same time
 * ask once.
 */
export async function fetchWithStepUp(request: Request): Promise<Response> {
  // what is only read needs no such proof, and a body can be sent only once
  if (request.method === 'GET') return fetch(request);
  const again = request.clone();
  const response = await fetch(request);
  if (response.status !== 403 || !(await asksToConfirm(response))) return response;
  asking ??= ask().finally(() => {
    asking = null;
  });
  return (await asking) ? fetch(again) : response;
}

async function asksToConfirm(response: Response): Promise<boolean> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  if (typeof body !== 'object' || body === null || !('errors' in body)) return false;
  const { errors } = body;
  return typeof errors === 'object' && errors !== null && 'confirm' in errors;
}
