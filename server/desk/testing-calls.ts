import { sampleCall } from '../testing-routes.ts';
import type { DeskWorld, TestPerson } from './testing.ts';

/** What a call says beside what its description asks for. */
interface Said {
  /** what the path names; the rest is an id that nothing has, in the form that the route takes */
  readonly names?: Readonly<Record<string, string>>;
  /** instead of the least that the schema takes */
  readonly body?: object | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls any route of Portico (`GET /rest/…/:id`) as somebody, with the least that its description asks for. */
export async function callRoute(
  { app, platform }: DeskWorld,
  route: string,
  who: TestPerson | null,
  { names = {}, body, headers = {} }: Said = {},
) {
  const nothing = Object.fromEntries(
    [...route.matchAll(/:(\w*(?:id|Id))\b/g)].map(([, name = '']) => [
      name,
      name === 'accountId' ? 'nobody' : '999999999',
    ]),
  );
  return app.inject({
    ...sampleCall(app.swagger(), route, { ...nothing, ...names }),
    headers: { ...(who?.headers ?? { origin: platform.config.url.origin }), ...headers },
    ...(body && { payload: body }),
  });
}
