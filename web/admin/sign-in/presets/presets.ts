import type { Protocol } from '../provider-queries.ts';
import { adfs } from './adfs.ts';
import { auth0 } from './auth0.ts';
import { entra } from './entra.ts';
import { genericOAuth2, genericOidc, genericSaml } from './generic.ts';
import { google } from './google.ts';
import { jumpcloud } from './jumpcloud.ts';
import { keycloak } from './keycloak.ts';
import { miniorange } from './miniorange.ts';
import { okta } from './okta.ts';
import { onelogin } from './onelogin.ts';
import { pingFederate, pingOne } from './ping.ts';
import type { Preset, PresetInstructions } from './preset.ts';

/** All kinds of providers that there are instructions for, in the order in which they are offered. */
export const presets: readonly Preset[] = [
  entra,
  okta,
  google,
  keycloak,
  adfs,
  pingOne,
  pingFederate,
  onelogin,
  auth0,
  jumpcloud,
  miniorange,
  genericSaml,
  genericOidc,
  genericOAuth2,
];

const generic = { saml: genericSaml, oidc: genericOidc, oauth2: genericOAuth2 } as const;

/** The preset with which a provider was made; that of its protocol when it was made with none. */
export function presetOf(id: string, protocol: Protocol): Preset {
  const preset = presets.find((other) => other.id === id);
  return preset && instructionsOf(preset, protocol) ? preset : generic[protocol];
}

/** A preset's instructions for a protocol, if it has some. */
export function instructionsOf(preset: Preset, protocol: Protocol): PresetInstructions | undefined {
  return preset.instructions.find((other) => other.protocol === protocol);
}
