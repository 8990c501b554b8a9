import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerTo, finishSaml, leaveForSaml } from '../../testing-sign-in.ts';
import { responseXml } from '../testing-idp.ts';
import { createTarget, type Target } from '../testing-target.ts';
import { mismatches, wrappings } from './forgeries.ts';
import { parserTricks } from './parser-tricks.ts';

let target: Target;

beforeAll(async () => {
  target = await createTarget();
});

afterAll(async () => {
  await target?.portico.close();
});

/** Where the valid response that is twisted carries its signature. */
const variants = ['assertion', 'response', 'both'] as const;

describe.each(variants)('a response in which the provider signs: %s', (signs) => {
  it('is taken as it is, so that the attacks below are refused for what they change', async () => {
    const { portico, provider, acme } = target;
    const journey = await leaveForSaml(portico, provider);
    const { location } = await finishSaml(portico, journey, responseXml(acme, answerTo(journey, { signs })));
    expect(location).toBe('/servicedesk/customer/portals');
  });

  it.each([...wrappings, ...mismatches, ...parserTricks])('is refused: $id $name', async ({ twist }) => {
    let isChanged = false;
    await target.attack('response_invalid', { signs }, (xml) => {
      const twisted = twist(xml);
      isChanged = twisted !== xml;
      return twisted;
    });
    expect(isChanged).toBe(true);
  });

  it('is refused: S19 signed with a key of the attacker, its certificate beside it or not', async () => {
    const { attack, mallory } = target;
    await attack('response_invalid', { signs, key: mallory.key });
    await attack('response_invalid', { signs, key: mallory.key, keyInfo: mallory.certificate });
    await attack('response_invalid', { signs, key: mallory.key, keyInfo: target.acme.certificate });
  });

  it('is refused: S22 signed with SHA-1', async () => {
    await target.attack('algorithm_weak', { signs, digest: 'sha1' });
  });
});
