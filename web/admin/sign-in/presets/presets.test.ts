import { describe, expect, it } from 'vitest';
import { stepParts } from './our-values-in-steps.ts';
import { presetIndex, presetPage } from './preset-page.ts';
import { instructionsOf, presetOf, presets } from './presets.ts';

const pages = '../../../../docs/identity-providers';
const samlNames = ['acsUrl', 'entityId', 'metadataUrl', 'logoutUrl'];
const oidcNames = [
  'redirectUri',
  'postLogoutRedirectUri',
  'backchannelLogoutUri',
  'frontchannelLogoutUri',
  'initiateLoginUri',
];

describe.each(presets.map((preset) => [preset.name, preset] as const))(
  'the instructions for %s',
  (_, preset) => {
    it('are those of its page in the documentation', async () => {
      await expect(presetPage(preset)).toMatchFileSnapshot(`${pages}/${preset.id}.md`);
    });

    it.each(preset.instructions)(
      'name the addresses that $protocol needs, and only such as we have',
      (one) => {
        const named = one.steps.flatMap((step) =>
          [...step.replaceAll(/`[^`]+`/g, '').matchAll(/\{([a-zA-Z]+)\}/g)].map(([, name]) => name),
        );
        const known = one.protocol === 'saml' ? samlNames : oidcNames;
        expect(named.filter((name) => !known.includes(name ?? ''))).toEqual([]);
        const needed = one.protocol === 'saml' ? ['acsUrl', 'entityId'] : ['redirectUri'];
        expect(named).toEqual(expect.arrayContaining(needed));
      },
    );

    it.each(preset.instructions)('warn of what is known to go wrong with $protocol', ({ traps = [] }) => {
      expect([...preset.traps, ...traps]).not.toEqual([]);
    });

    it.each(preset.instructions)('close every backtick in $protocol', ({ steps }) => {
      expect(steps.filter((step) => step.split('`').length % 2 === 0)).toEqual([]);
    });
  },
);

it('all stand in the documentation’s list', async () => {
  await expect(presetIndex(presets)).toMatchFileSnapshot(`${pages}/README.md`);
});

it('have an id each', () => {
  expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
});

it('fall back to those of the protocol for a provider that was made without', () => {
  expect(presetOf('generic', 'saml').id).toBe('generic-saml');
  expect(presetOf('adfs', 'oidc').id).toBe('generic-oidc');
  expect(presetOf('okta', 'oidc').id).toBe('okta');
  for (const protocol of ['saml', 'oidc', 'oauth2'] as const) {
    expect(instructionsOf(presetOf('', protocol), protocol)).toBeDefined();
  }
});

it('put our values in the place of their names, and leave what people must fill in', () => {
  const ours = { saml: { acsUrl: 'https://help/acs', entityId: 'e', metadataUrl: 'm', logoutUrl: 'l' } };
  expect(stepParts('Enter {acsUrl} at https://{host} as `{acsUrl}`, and click Save.', ours)).toEqual([
    { kind: 'words', text: 'Enter ' },
    { kind: 'value', text: 'https://help/acs' },
    { kind: 'words', text: ' at https://' },
    { kind: 'words', text: '{host}' },
    { kind: 'words', text: ' as ' },
    { kind: 'literal', text: '{acsUrl}' },
    { kind: 'words', text: ', and click Save.' },
  ]);
});

it('let no full stop stand behind a value, which people might copy with it', () => {
  const ours = { saml: { acsUrl: 'https://help/acs', entityId: 'e', metadataUrl: 'm', logoutUrl: 'l' } };
  expect(stepParts('Enter {acsUrl}.', ours).at(-1)).toEqual({ kind: 'value', text: 'https://help/acs' });
  expect(stepParts('Enter `email`.', ours).at(-1)).toEqual({ kind: 'literal', text: 'email' });
});
