import { type AuthnRequest, getSamlResponse, metadata, parseRequest } from 'samlp';
import type { Person } from '../people.ts';
import type { SigningKey } from './signing-key.ts';

/** Where Acme takes sign-out messages. */
export const logoutPath = '/saml/logout';

/** Names of the attributes in Acme's assertions. */
export const acmeAttributes = {
  email: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress',
  name: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name',
  groups: 'http://schemas.xmlsoap.org/claims/Group',
} as const;

/** A service that Acme signs its people in to. */
export interface ServiceProvider {
  readonly entityId: string;
  /** where assertions for it are sent to, unless a request asks for another one of its registered addresses */
  readonly acsUrl: string;
  /** registered beside it */
  readonly otherAcsUrls?: readonly string[];
  /** single logout service, when it has one */
  readonly logoutUrl?: string;
  /** what people call it */
  readonly name: string;
  /** where people begin */
  readonly startUrl: string;
}

/** The identity provider as its messages name it. */
export interface Issuer {
  readonly entityId: string;
  readonly signOnUrl: string;
  readonly key: SigningKey;
}

/** A sign-in request that was found to be from a known service and meant for us. */
export interface AcceptedRequest {
  /** undefined: nobody asked; somebody at Acme chose the service from a list */
  readonly id: string | undefined;
  readonly serviceProvider: ServiceProvider;
  /** one of the service's registered addresses */
  readonly acsUrl: string;
  readonly mustSignInAgain: boolean;
  /** whom the service expects, when it said so */
  readonly expectedEmail: string | undefined;
}

/** A sign-in request that is not answered; the message is for the person in front of the browser. */
export class RefusedRequest extends Error {}

/**
 * Reads a SAML AuthnRequest (SAML 2.0 core, 3.4.1) as it came in a query: base64, deflated or not.
 * @throws RefusedRequest when it cannot be read, names an unknown service, or asks for an answer to an address that is
 *   not that service's registered one
 */
export async function acceptRequest(
  samlRequest: string,
  issuer: Issuer,
  serviceProviders: readonly ServiceProvider[],
): Promise<AcceptedRequest> {
  const request = await parse(samlRequest);
  if (!request?.id) throw new RefusedRequest('The sign-in request cannot be read. Go back and start again.');
  const serviceProvider = serviceProviders.find(({ entityId }) => entityId === request.issuer);
  if (!serviceProvider) {
    throw new RefusedRequest(
      `Acme does not know the service that sent you here (${request.issuer ?? 'unnamed'}).`,
    );
  }
  if (request.destination && request.destination !== issuer.signOnUrl) {
    throw new RefusedRequest('The sign-in request was meant for another identity provider.');
  }
  const acsUrl = request.assertionConsumerServiceURL || serviceProvider.acsUrl;
  if (![serviceProvider.acsUrl, ...(serviceProvider.otherAcsUrls ?? [])].includes(acsUrl)) {
    throw new RefusedRequest(
      `${serviceProvider.name} asks for the answer at an address that is not registered for it (${acsUrl}).`,
    );
  }
  return {
    id: request.id,
    serviceProvider,
    acsUrl,
    mustSignInAgain: request.forceAuthn === 'true' || request.forceAuthn === '1',
    expectedEmail: request.subject?.includes('@') ? request.subject : undefined,
  };
}

function parse(samlRequest: string): Promise<AuthnRequest | undefined> {
  return new Promise((resolve) => {
    // What cannot be read is refused as such; why it could not is of no use to the person who sees it.
    parseRequest({ method: 'GET', query: { SAMLRequest: samlRequest } }, {}, (_error, request) =>
      resolve(request),
    );
  });
}

/**
 * Answers a request with who signed in: response and assertion signed with RSA-SHA256, good for five minutes, NameID
 * persistent.
 * @returns base64, ready for the POST binding
 */
export function issueResponse(
  { id, serviceProvider, acsUrl }: AcceptedRequest,
  person: Person,
  sessionIndex: string,
  issuer: Issuer,
): Promise<string> {
  return new Promise((resolve, reject) => {
    getSamlResponse(
      {
        issuer: issuer.entityId,
        cert: issuer.key.certificate,
        key: issuer.key.privateKey,
        audience: serviceProvider.entityId,
        recipient: acsUrl,
        destination: acsUrl,
        ...(id !== undefined && { inResponseTo: id }),
        lifetimeInSeconds: 300,
        sessionIndex,
        authnContextClassRef: 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
        signResponse: true,
        signAssertion: true,
        signatureAlgorithm: 'rsa-sha256',
        digestAlgorithm: 'sha256',
        profileMapper: ({ email, name, groups, subject }: Person) => ({
          getClaims: () => ({
            [acmeAttributes.email]: email,
            [acmeAttributes.name]: name,
            [acmeAttributes.groups]: groups,
          }),
          getNameIdentifier: () => ({
            nameIdentifier: subject,
            nameIdentifierFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
          }),
        }),
      },
      person,
      (error, response) => (error ? reject(error) : resolve(Buffer.from(response).toString('base64'))),
    );
  });
}

/** The identity provider's metadata document (SAML 2.0 metadata, 2.4.3). */
export function metadataOf(issuer: Issuer): string {
  const { host, pathname } = new URL(issuer.signOnUrl);
  let document = '';
  const write = metadata({
    issuer: issuer.entityId,
    cert: issuer.key.certificate,
    redirectEndpointPath: pathname,
    postEndpointPath: pathname,
    logoutEndpointPaths: { redirect: logoutPath },
    profileMapper: {
      prototype: {
        metadata: [
          { id: acmeAttributes.email, displayName: 'E-mail address' },
          { id: acmeAttributes.name, displayName: 'Name' },
          { id: acmeAttributes.groups, displayName: 'Groups' },
        ],
      },
    },
  });
  // The library writes the address it is called at into the document; ours does not depend on the caller.
  write(
    { protocol: 'http', originalUrl: pathname, headers: { host } },
    {
      set() {},
      send(body) {
        document = body;
      },
    },
  );
  return document;
}
