import type { MailSettings } from './settings.ts';

/** Why a message did not leave. */
export interface MailProblem {
  /** what happened and what to do about it, for administrators */
  readonly text: string;
  /** trying again will not help: the mail server refuses this message or this recipient for good */
  readonly isFinal: boolean;
}

/** Says in words why a mail server did not take a message, and what is likely to mend it. */
export function explainMailProblem(error: unknown, settings: MailSettings): MailProblem {
  const { code, responseCode, response, message, command } = Object(error) as Partial<SmtpError>;
  const where = `${settings.host}, port ${settings.port}`;
  const said = response ? ` It answered: ${oneLine(response)}` : '';
  if (code === 'EAUTH' || code === 'ENOAUTH') {
    return later(
      `The mail server refused the user name and password.${said} Check both; some providers want a password made for applications.`,
    );
  }
  if (code === 'EDNS') {
    return later(
      `There is no mail server named ${settings.host}, or name servers do not answer. Check the name.`,
    );
  }
  if (code === 'ETIMEDOUT') {
    return later(
      `Nothing answered at ${where} in time. Check name and port, and that a firewall lets Portico out to it. Many networks block port 25; 587 is usual.`,
    );
  }
  if (code === 'ETLS' || isCertificateProblem(message)) {
    return later(
      `No encrypted connection could be made with ${where}: ${oneLine(message ?? '')}. Check that encryption fits the port (TLS: 465, STARTTLS: 587), and that the server's certificate is valid for ${settings.host}. A certificate authority of your own is trusted through NODE_EXTRA_CA_CERTS.`,
    );
  }
  if (typeof responseCode === 'number') {
    const isFinal = responseCode >= 500 && responseCode !== 503 && command !== 'CONN' && command !== 'EHLO';
    const what = command?.startsWith('MAIL')
      ? `The mail server does not take mail from ${settings.fromAddress}.`
      : command?.startsWith('RCPT')
        ? 'The mail server does not take mail for this recipient.'
        : 'The mail server refused the message.';
    return { text: `${what}${said}`, isFinal };
  }
  if (code === 'ECONNECTION' || code === 'ESOCKET') {
    return later(
      `No connection to ${where}: ${oneLine(message ?? '')}. Check name, port and encryption (TLS: 465, STARTTLS: 587).`,
    );
  }
  return later(`The message could not be sent: ${oneLine(message ?? String(error))}`);
}

interface SmtpError {
  readonly code: string;
  readonly responseCode: number;
  readonly response: string;
  readonly message: string;
  readonly command: string;
}

function isCertificateProblem(message: string | undefined): boolean {
  return /certificate|self.signed|wrong version number|SSL|TLS/i.test(message ?? '');
}

function later(text: string): MailProblem {
  return { text, isFinal: false };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 500);
}
