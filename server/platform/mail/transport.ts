import nodemailer, { type SMTPSentMessageInfo, type SMTPTransportOptions } from 'nodemailer';
import type { MailSettings } from './settings.ts';

/** A message as it goes to the mail server. */
export interface OutgoingMail {
  readonly to: { readonly name: string; readonly address: string };
  /** instead of the name and the address for answers in the settings; null: those */
  readonly fromName: string | null;
  readonly replyTo: string | null;
  /** null: not said */
  readonly language: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** without angle brackets */
  readonly messageId: string;
}

/** How long each step of a conversation with a mail server may take, in milliseconds. */
const stepMs = 20_000;

/**
 * Hands one message to the mail server, on a connection of its own.
 *
 * @returns what the server answered when it took the message
 * @throws NodemailerError, as explained by `explainMailProblem`
 */
export async function sendThrough(
  settings: MailSettings,
  password: string | null,
  mail: OutgoingMail,
): Promise<string> {
  const options: SMTPTransportOptions = {
    host: settings.host,
    port: settings.port,
    secure: settings.security === 'tls',
    requireTLS: settings.security === 'starttls',
    ignoreTLS: settings.security === 'none',
    tls: { minVersion: 'TLSv1.2' },
    connectionTimeout: stepMs,
    greetingTimeout: stepMs,
    socketTimeout: stepMs,
    dnsTimeout: stepMs,
    // Nothing in a message may make the sender read files or addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(settings.username !== null && { auth: { user: settings.username, pass: password ?? '' } }),
  };
  const replyTo = mail.replyTo ?? settings.replyTo;
  const transport = nodemailer.createTransport(options);
  try {
    const info: SMTPSentMessageInfo = await transport.sendMail({
      from: { name: mail.fromName ?? settings.fromName, address: settings.fromAddress },
      to: { ...mail.to },
      ...(replyTo !== null && { replyTo }),
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: `<${mail.messageId}>`,
      // RFC 3834: nobody's out-of-office note shall answer it.
      headers: {
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        ...(mail.language !== null && { 'Content-Language': mail.language }),
      },
    });
    return info.response;
  } finally {
    transport.close();
  }
}
