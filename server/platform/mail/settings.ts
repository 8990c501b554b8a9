import { isIP } from 'node:net';
import { sql } from 'kysely';
import { type AuditActor, recordAudit } from '../audit/audit.ts';
import type { Sealer } from '../crypto/seal.ts';
import type { Database } from '../database/database.ts';
import { Conflict, Invalid } from '../http/errors.ts';
import { normalizeEmail } from './address.ts';
import { headerText } from './template.ts';

/** How mail leaves. */
export interface MailSettings {
  readonly host: string;
  readonly port: number;
  /** tls: from the first byte (port 465); starttls: required before anything is said (587); none: in the clear */
  readonly security: 'tls' | 'starttls' | 'none';
  /** null: the server takes mail without signing in */
  readonly username: string | null;
  readonly fromAddress: string;
  readonly fromName: string;
  readonly replyTo: string | null;
}

export interface KeptMailSettings extends MailSettings {
  readonly hasPassword: boolean;
  readonly sealedPassword: string | null;
  readonly version: number;
}

/** Settings as they come in: `password` absent keeps the one that is there. */
export interface MailSettingsInput extends MailSettings {
  readonly password?: string | undefined;
}

const passwordContext = 'mail_settings:password';

/** How mail leaves, or null while no server is set up. */
export async function mailSettings(db: Database): Promise<KeptMailSettings | null> {
  const row = await db.selectFrom('mail_settings').selectAll().executeTakeFirst();
  if (!row) return null;
  return {
    host: row.host,
    port: row.port,
    // The table allows no other.
    security: row.security as MailSettings['security'],
    username: row.username,
    fromAddress: row.from_address,
    fromName: row.from_name,
    replyTo: row.reply_to,
    hasPassword: row.sealed_password !== null,
    sealedPassword: row.sealed_password,
    version: row.version,
  };
}

/** The password of settings that were read. */
export function passwordOf(settings: KeptMailSettings, sealer: Sealer): string | null {
  return settings.sealedPassword === null ? null : sealer.open(settings.sealedPassword, passwordContext);
}

/**
 * Changes how mail leaves, or begins to send it.
 *
 * @param version that was seen; 0: there was no server
 * @throws Invalid naming fields, Conflict when it was changed meanwhile
 */
export async function changeMailSettings(
  trx: Database,
  sealer: Sealer,
  version: number,
  input: MailSettingsInput,
  actor: AuditActor,
): Promise<KeptMailSettings> {
  // Two first saves at once must wait for each other too, and there is no row to lock.
  await sql`select pg_advisory_xact_lock(hashtextextended('mail_settings', 0))`.execute(trx);
  const before = await mailSettings(trx);
  if ((before?.version ?? 0) !== version) {
    throw new Conflict(
      'The mail settings have changed since you opened them. Load them again before you save.',
    );
  }
  const checked = checkMailSettings(input, before);
  const sealedPassword =
    checked.password === null
      ? null
      : checked.password === 'kept'
        ? (before?.sealedPassword ?? null)
        : sealer.seal(checked.password.value, passwordContext);
  const columns = {
    host: checked.settings.host,
    port: checked.settings.port,
    security: checked.settings.security,
    username: checked.settings.username,
    sealed_password: sealedPassword,
    from_address: checked.settings.fromAddress,
    from_name: checked.settings.fromName,
    reply_to: checked.settings.replyTo,
  };
  await trx
    .insertInto('mail_settings')
    .values(columns)
    .onConflict((conflict) =>
      conflict
        .column('only')
        .doUpdateSet({ ...columns, version: sql`mail_settings.version + 1`, updated_at: sql`now()` }),
    )
    .execute();
  await recordAudit(trx, {
    actor,
    action: 'mail-settings.changed',
    objectType: 'mail-settings',
    before: before && shown(before, before.sealedPassword),
    after: shown(checked.settings, sealedPassword),
  });
  const after = await mailSettings(trx);
  if (!after) throw new Error('The mail settings were not kept');
  return after;
}

/** Stops sending mail: what comes from now on is kept here, to be read. */
export async function removeMailSettings(trx: Database, actor: AuditActor): Promise<void> {
  const before = await mailSettings(trx);
  if (!before) return;
  await trx.deleteFrom('mail_settings').execute();
  await recordAudit(trx, {
    actor,
    action: 'mail-settings.removed',
    objectType: 'mail-settings',
    before: shown(before, before.sealedPassword),
  });
}

export interface CheckedMailSettings {
  readonly settings: MailSettings;
  /** 'kept': the one that is there */
  readonly password: { readonly value: string } | 'kept' | null;
}

/** @throws Invalid naming fields */
export function checkMailSettings(
  input: MailSettingsInput,
  before: KeptMailSettings | null,
): CheckedMailSettings {
  const errors: Record<string, string> = {};
  const host = input.host.trim().toLowerCase();
  if (
    isIP(host) === 0 &&
    !/^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/.test(host)
  ) {
    errors['host'] =
      'Enter the name or address of your mail server, such as smtp.example.com, without port or https://.';
  }
  const fromAddress = normalizeEmail(input.fromAddress);
  if (fromAddress === null) errors['fromAddress'] = 'Enter one e-mail address, such as support@example.com.';
  const typedReplyTo = input.replyTo?.trim() ?? '';
  const replyTo = normalizeEmail(typedReplyTo);
  if (typedReplyTo !== '' && replyTo === null) {
    errors['replyTo'] = 'Enter one e-mail address, or leave it empty.';
  }
  const username = input.username?.trim() || null;
  const password = passwordFor(input, username, before);
  // Whoever can change the server's name must not be sent the password that belongs to another.
  if (password === 'kept' && before && (before.host !== host || before.username !== username)) {
    errors['password'] = 'Enter the password again: the server or the user name is another one.';
  } else if (username !== null && password === null) {
    errors['password'] = 'Enter the password of this user name, or remove the user name.';
  }
  if (username !== null && input.security === 'none' && !['localhost', '127.0.0.1', '::1'].includes(host)) {
    errors['security'] = 'The password would go over the network in the clear. Choose TLS or STARTTLS.';
  }
  if (fromAddress === null || Object.keys(errors).length > 0) throw Invalid.fields(errors);
  return {
    settings: {
      host,
      port: input.port,
      security: input.security,
      username,
      fromAddress,
      fromName: headerText(input.fromName),
      replyTo,
    },
    password,
  };
}

function passwordFor(
  { password }: MailSettingsInput,
  username: string | null,
  before: KeptMailSettings | null,
): CheckedMailSettings['password'] {
  if (username === null) return null;
  if (password !== undefined && password !== '') return { value: password };
  return before?.hasPassword ? 'kept' : null;
}

function shown(settings: MailSettings, sealedPassword: string | null): Record<string, unknown> {
  const { host, port, security, username, fromAddress, fromName, replyTo } = settings;
  return {
    host,
    port,
    security,
    username,
    hasPassword: sealedPassword !== null,
    fromAddress,
    fromName,
    replyTo,
  };
}
