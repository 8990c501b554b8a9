import { createTestApp, type TestApp } from '../../testing.ts';
import type { Provider } from '../providers/store.ts';
import {
  addSamlProvider,
  answerTo,
  expectRefused,
  finishSaml,
  leaveForSaml,
  type SamlJourney,
  signInThroughSaml,
} from '../testing-sign-in.ts';
import { createTestIdp, type ResponseOptions, responseXml, type TestIdp } from './testing-idp.ts';

/** A Portico with two SAML providers, to be attacked. */
export interface Target {
  readonly portico: TestApp;
  readonly acme: TestIdp;
  readonly provider: Provider;
  /** has Acme's entity id and a key of its own */
  readonly mallory: TestIdp;
  /** another company's */
  readonly other: Provider;
  /**
   * Answers a new journey with a valid response, changed as told; the attack is what `twist` makes of its XML. Expects the
   * refusal with this code, and returns its detail.
   */
  attack(
    code: string,
    changes: Partial<ResponseOptions>,
    twist?: (xml: string, journey: SamlJourney) => string,
  ): Promise<string>;
}

/** Makes the target; Alice of Acme has signed in once. Close `portico` when done. */
export async function createTarget(): Promise<Target> {
  const portico = await createTestApp();
  const acme = await createTestIdp('https://idp.acme.example/metadata');
  const mallory = await createTestIdp(acme.entityId);
  const globex = await createTestIdp('https://idp.globex.example/metadata');
  const provider = await addSamlProvider(portico, acme);
  const other = await addSamlProvider(portico, globex, { name: 'Globex', domains: ['globex.example'] });
  await signInThroughSaml(portico, acme, provider);
  return {
    portico,
    acme,
    mallory,
    provider,
    other,
    async attack(code, changes, twist = (xml) => xml) {
      const journey = await leaveForSaml(portico, provider);
      const xml = twist(responseXml(acme, answerTo(journey, changes)), journey);
      const { detail } = await expectRefused(portico, code, () => finishSaml(portico, journey, xml));
      return detail;
    },
  };
}
