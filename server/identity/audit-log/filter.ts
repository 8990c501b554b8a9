import { isIP, isIPv4 } from 'node:net';
import { type Static, Type } from '@fastify/type-provider-typebox';
import type { Database } from '../../platform/database/database.ts';
import { Invalid } from '../../platform/http/errors.ts';
import { accountByAccountId } from '../accounts/store.ts';

/** What can be asked of the log; all that is given must fit. */
export const auditFilterProperties = {
  person: Type.Optional(
    Type.String({
      maxLength: 64,
      description: 'accountId of a person: what they did, and what was done to them',
    }),
  ),
  as: Type.Optional(
    Type.Union([Type.Literal('actor'), Type.Literal('object')], {
      description: 'With person: only what they did, or only what was done to them',
    }),
  ),
  action: Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 100 }), {
      maxItems: 100,
      description: 'One of these acts, such as sign-in.refused',
    }),
  ),
  object: Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 200 }), {
      maxItems: 5,
      description: 'About one of these: a type, or type:id, such as identity-provider:3',
    }),
  ),
  address: Type.Optional(
    Type.String({ maxLength: 60, description: 'From this address or network, such as 192.0.2.0/24' }),
  ),
  from: Type.Optional(Type.String({ format: 'date-time', description: 'Not before' })),
  until: Type.Optional(Type.String({ format: 'date-time', description: 'Before' })),
  query: Type.Optional(
    Type.String({
      maxLength: 200,
      description: 'Beginnings of words in who, what, act and address, or the reference of a refusal',
    }),
  ),
};

const filterSchema = Type.Object(auditFilterProperties);
export type AuditFilterInput = Static<typeof filterSchema>;

/** What to find, checked. */
export interface AuditFilter {
  /** null: whoever */
  readonly person: {
    /** account.id; null when there is no such account (any more) */
    readonly id: string | null;
    readonly accountId: string;
    readonly as: 'actor' | 'object' | 'either';
  } | null;
  /** empty: every act */
  readonly actions: readonly string[];
  /** empty: every object; id null: all of the type */
  readonly objects: readonly { readonly type: string; readonly id: string | null }[];
  readonly network: string | null;
  readonly from: Date | null;
  readonly until: Date | null;
  readonly words: readonly string[];
}

/**
 * Reads what was asked.
 *
 * @throws Invalid when the address is none, or a time is before the other
 */
export async function readAuditFilter(db: Database, asked: AuditFilterInput): Promise<AuditFilter> {
  const { person, as = 'either', action = [], object = [], address, query = '' } = asked;
  const from = asked.from === undefined ? null : new Date(asked.from);
  const until = asked.until === undefined ? null : new Date(asked.until);
  if (from && until && from > until) {
    throw Invalid.fields({ until: 'The end is before the beginning.' });
  }
  return {
    person: person ? { id: (await accountByAccountId(db, person))?.id ?? null, accountId: person, as } : null,
    actions: [...new Set(action)],
    objects: object.map((text) => {
      const [type = '', ...id] = text.split(':');
      return { type, id: id.length === 0 ? null : id.join(':') };
    }),
    network: address?.trim() ? readNetwork(address.trim()) : null,
    from,
    until,
    words: wordsOf(query),
  };
}

function readNetwork(text: string): string {
  const [address = '', prefix, ...rest] = text.split('/');
  const bits = isIPv4(address) ? 32 : 128;
  const fits = prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits);
  if (isIP(address) === 0 || address.includes('%') || !fits || rest.length > 0) {
    throw Invalid.fields({
      address: 'This is no address. Write one such as 192.0.2.7, or a network such as 192.0.2.0/24.',
    });
  }
  return text;
}

/** The words of a free search, split as the index splits what it holds. */
function wordsOf(query: string): string[] {
  return query
    .toLowerCase()
    .split(/[\s@.\-_:/+]+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, 12);
}
