// samlp ships no types. These cover what this folder uses of version 8.
declare module 'samlp' {
  export interface IncomingRequest {
    readonly method: string;
    readonly query: Readonly<Record<string, string | undefined>>;
  }

  export interface AuthnRequest {
    readonly id?: string;
    readonly issuer?: string;
    readonly subject?: string;
    readonly destination?: string;
    readonly assertionConsumerServiceURL?: string;
    readonly forceAuthn?: string;
  }

  export interface ProfileMapper {
    getClaims(): Readonly<Record<string, string | readonly string[]>>;
    getNameIdentifier(): { readonly nameIdentifier: string; readonly nameIdentifierFormat: string };
  }

  export interface ResponseOptions<User> {
    readonly issuer: string;
    readonly cert: string;
    readonly key: string;
    readonly audience: string;
    readonly recipient: string;
    readonly destination: string;
    readonly inResponseTo?: string;
    readonly lifetimeInSeconds: number;
    readonly sessionIndex: string;
    readonly authnContextClassRef: string;
    readonly signResponse: boolean;
    readonly signAssertion: boolean;
    readonly signatureAlgorithm: 'rsa-sha256';
    readonly digestAlgorithm: 'sha256';
    readonly profileMapper: (user: User) => ProfileMapper;
  }

  export interface MetadataOptions {
    readonly issuer: string;
    readonly cert: string;
    readonly redirectEndpointPath: string;
    readonly postEndpointPath: string;
    readonly logoutEndpointPaths: { readonly redirect?: string; readonly post?: string };
    readonly profileMapper: {
      readonly prototype: {
        readonly metadata: readonly { readonly id: string; readonly displayName: string }[];
      };
    };
  }

  interface MetadataRequest {
    readonly protocol: string;
    readonly originalUrl: string;
    readonly headers: { readonly host: string };
  }

  interface MetadataResponse {
    set(name: string, value: string): void;
    send(body: string): void;
  }

  export function parseRequest(
    request: IncomingRequest,
    options: object,
    callback: (error: Error | null | undefined, request?: AuthnRequest) => void,
  ): void;

  export function getSamlResponse<User>(
    options: ResponseOptions<User>,
    user: User,
    callback: (error: Error | null, response: string) => void,
  ): void;

  export function metadata(
    options: MetadataOptions,
  ): (request: MetadataRequest, response: MetadataResponse) => void;
}
