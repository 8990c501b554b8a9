import { Type } from 'typebox';
import { type AdfNode, adfSchema } from '../../platform/formats/rich-text.ts';
import { Invalid } from '../../platform/http/errors.ts';
import type { ApiVersion } from '../issues/api-version.ts';

/** With which property clients of Jira say that a comment is an internal note. */
export const publicProperty = 'sd.public.comment';

/** A comment as clients of Jira give it. */
export interface GivenComment {
  readonly body?: string | AdfNode | undefined;
  readonly jsdPublic?: boolean | undefined;
  readonly properties?: readonly { readonly key: string; readonly value: unknown }[] | undefined;
  readonly visibility?: unknown;
}

/** The schema of a comment that clients of Jira give. What they repeat of one that they read is passed over. */
export function givenCommentSchema(version: ApiVersion) {
  return Type.Object({
    body: Type.Optional(version === '2' ? Type.String() : adfSchema),
    jsdPublic: Type.Optional(
      Type.Boolean({ description: 'false: an internal note, for agents only; default true' }),
    ),
    properties: Type.Optional(
      Type.Array(Type.Object({ key: Type.String({ minLength: 1, maxLength: 255 }), value: Type.Unknown() }), {
        maxItems: 50,
        description: `${publicProperty} with {"internal": true} makes it an internal note, too`,
      }),
    ),
    visibility: Type.Optional(Type.Unknown()),
  });
}

/**
 * Whether customers shall read a comment, as far as it says so.
 *
 * @returns undefined when it says nothing of it
 * @throws Invalid when it shall be for a group or role alone: there are no such comments, and it must not reach more people
 */
export function publicAsGiven({ jsdPublic, properties = [], visibility }: GivenComment): boolean | undefined {
  if (visibility !== undefined && visibility !== null) {
    throw Invalid.fields({
      visibility:
        'Comments cannot be kept to a group or role. Leave this out, and send jsdPublic: false for an internal note.',
    });
  }
  const property = properties.find(({ key }) => key === publicProperty)?.value;
  const internal = (property as { readonly internal?: unknown } | null | undefined)?.internal;
  // Clients of Jira send the word, too.
  const byProperty = internal === undefined ? undefined : internal !== true && internal !== 'true';
  if (jsdPublic === false || byProperty === false) return false;
  return jsdPublic ?? byProperty;
}
