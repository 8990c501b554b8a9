import { type Static, Type } from '@fastify/type-provider-typebox';
import type { KeptMailSettings } from './settings.ts';
import type { KeptMessage } from './store.ts';

const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

const settingsProperties = {
  host: Type.String({ maxLength: 253, description: 'Name or address of the mail server' }),
  port: Type.Integer({ minimum: 1, maximum: 65_535 }),
  security: Type.Union([Type.Literal('tls'), Type.Literal('starttls'), Type.Literal('none')], {
    description: 'tls: from the first byte; starttls: required before anything is said; none: in the clear',
  }),
  username: orNull(Type.String({ maxLength: 320 })),
  fromAddress: Type.String({ maxLength: 254 }),
  fromName: Type.String({ maxLength: 100 }),
  replyTo: orNull(Type.String({ maxLength: 254 })),
};

/** Settings as they come in. */
export const mailSettingsInputProperties = {
  ...settingsProperties,
  password: Type.Optional(
    Type.String({ maxLength: 1000, description: 'Absent or empty: the one that is there stays' }),
  ),
};

export const mailSettingsSchema = Type.Object(
  { ...settingsProperties, hasPassword: Type.Boolean(), version: Type.Integer() },
  { title: 'MailSettings' },
);

export function mailSettingsJson(settings: KeptMailSettings): Static<typeof mailSettingsSchema> {
  const { sealedPassword: _, ...shown } = settings;
  return shown;
}

export const messageStateSchema = Type.Union(
  [Type.Literal('waiting'), Type.Literal('sent'), Type.Literal('kept'), Type.Literal('failed')],
  {
    description:
      'waiting: for its turn, or for the next try; kept: there was no mail server; failed: given up',
  },
);

export const messageProperties = {
  id: Type.String(),
  template: Type.String(),
  toAddress: Type.String(),
  toName: orNull(Type.String()),
  fromName: orNull(
    Type.String({
      description: 'The name that it is sent under, of a portal; null: that of the mail settings',
    }),
  ),
  replyTo: orNull(Type.String({ description: 'Where answers go; null: as the mail settings say' })),
  language: orNull(Type.String()),
  subject: Type.String(),
  isSecret: Type.Boolean({ description: 'Holds a code or a link that opens something' }),
  state: messageStateSchema,
  attempts: Type.Integer(),
  problem: orNull(Type.String({ description: 'Why the last try failed' })),
  response: orNull(Type.String({ description: 'What the mail server answered when it took it' })),
  messageId: Type.String(),
  createdAt: Type.String({ format: 'date-time' }),
  triedAt: orNull(Type.String({ format: 'date-time' })),
  sentAt: orNull(Type.String({ format: 'date-time' })),
};

export const messageSchema = Type.Object(messageProperties, { title: 'MailMessage' });

export function messageJson(message: KeptMessage): Static<typeof messageSchema> {
  const { hasBody: _, createdAt, triedAt, sentAt, ...others } = message;
  return {
    ...others,
    createdAt: createdAt.toISOString(),
    triedAt: triedAt?.toISOString() ?? null,
    sentAt: sentAt?.toISOString() ?? null,
  };
}
