import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import type { Sealer } from '../crypto/seal.ts';
import type { Database } from '../database/database.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { type FindPortalBrand, type MailBrand, type PortalBrand, siteBrand } from './brand.ts';
import { explainMailProblem } from './problems.ts';
import { mailSettings, passwordOf } from './settings.ts';
import { addMessage, bodyOf, keepMessage, messageById, noteTry, sweepMessages } from './store.ts';
import { headerText, type MailTemplate, renderMail } from './template.ts';
import { sendThrough } from './transport.ts';

/** A mail to one person. */
export interface NewMail<Name extends string> {
  readonly template: MailTemplate<Name>;
  readonly values: Readonly<Record<Name, string>>;
  readonly to: {
    readonly email: string;
    readonly name: string | null;
    readonly locale: string | null;
    /** account.id, when it goes to an account */
    readonly accountId: string | null;
  };
  /**
   * service_desk.id of the portal that it is sent because of: the mail carries its name and colour. Null, or one that is gone:
   * those of the site.
   */
  readonly portalId?: string | null;
}

/** Mail to people. Rooms name their templates when they register, and queue messages in the transaction of their cause. */
export interface Mail {
  /** Makes a kind of mail known, to be previewed by administrators. */
  define(template: MailTemplate): void;
  readonly templates: readonly MailTemplate[];
  /** Says how portals are found; the room that has portals calls it once. */
  setPortalBrands(find: FindPortalBrand): void;
  /** The brand of a portal, or null. */
  portalBrand(db: Database, portalId: string): Promise<PortalBrand | null>;
  /** Writes a message and lets it leave once the transaction has committed. */
  queue<Name extends string>(trx: Database, mail: NewMail<Name>): Promise<void>;
  /** Lets a message that waits be tried at once. */
  tryNow(trx: Database, id: string): Promise<void>;
}

/** Tries before a message is given up: with the growing pauses between them, about a day and a half. */
const maxAttempts = 14;

/** How long messages stay to be looked at, in days. */
const keptDays = 30;

/** What mail stands on. */
interface MailGround {
  readonly config: Config;
  readonly db: Database;
  readonly sealer: Sealer;
  readonly jobs: Jobs;
  readonly log: Logger;
}

/** Makes the post office. Messages leave by jobs, from any process. */
export function createMail({ config, db, sealer, jobs, log }: MailGround): Mail {
  const templates = new Map<string, MailTemplate>();
  let findPortal: FindPortalBrand = async () => null;
  const tryNow = (trx: Database, id: string) =>
    jobs.add(trx, 'mail.send', { id }, { jobKey: id, maxAttempts });

  jobs.define<{ id: string }>('mail.send', ({ id }) => deliver(db, sealer, log, id));
  jobs.define('mail.sweep', () => sweepMessages(db, keptDays));
  jobs.schedule('mail.sweep', '52 3 * * *');

  return {
    get templates() {
      return [...templates.values()];
    },
    define(template) {
      if (templates.has(template.name)) throw new Error(`The mail ${template.name} is defined twice`);
      // Subjects are listed, and kept as they are.
      const subjects = Object.values(template.texts).map(({ subject }) => subject);
      if (template.isSecret && subjects.some((subject) => /\{\{(code|url)\}\}/.test(subject))) {
        throw new Error(`The subject of ${template.name} would give its secret away`);
      }
      templates.set(template.name, template);
    },
    setPortalBrands(find) {
      findPortal = find;
    },
    portalBrand: (database, portalId) => findPortal(database, portalId),
    async queue(trx, { template, values, to, portalId = null }) {
      const portal = portalId === null ? null : await findPortal(trx, portalId);
      const brand: MailBrand = portal ?? siteBrand(config);
      const { subject, text, html, language } = renderMail(template, values, brand, to.locale);
      const id = await addMessage(trx, sealer, {
        template: template.name,
        toAddress: to.email,
        toName: to.name === null ? null : headerText(to.name),
        fromName: portal && headerText(portal.senderName),
        replyTo: portal?.replyTo ?? null,
        language,
        accountId: to.accountId,
        subject,
        body: { text, html },
        isSecret: template.isSecret,
        messageId: `${randomUUID()}@${config.url.hostname}`,
      });
      await tryNow(trx, id);
    },
    tryNow,
  };
}

/**
 * Sends a message that waits. When the process ends between the server's answer and our note of it, the message leaves twice,
 * with the same Message-ID.
 *
 * @throws Error when it is to be tried again
 */
async function deliver(db: Database, sealer: Sealer, log: Logger, id: string): Promise<void> {
  const message = await messageById(db, id);
  if (message?.state !== 'waiting') return;
  const settings = await mailSettings(db);
  if (!settings) return keepMessage(db, id);
  const body = await bodyOf(db, sealer, message);
  if (!body) return noteTry(db, message, { state: 'failed', problem: 'What it said is gone.' });
  try {
    const response = await sendThrough(settings, passwordOf(settings, sealer), {
      to: { name: message.toName ?? '', address: message.toAddress },
      fromName: message.fromName,
      replyTo: message.replyTo,
      language: message.language,
      subject: message.subject,
      messageId: message.messageId,
      ...body,
    });
    await noteTry(db, message, { state: 'sent', response });
  } catch (error) {
    const problem = explainMailProblem(error, settings);
    const isOver = problem.isFinal || message.attempts + 1 >= maxAttempts;
    await noteTry(db, message, { state: isOver ? 'failed' : 'waiting', problem: problem.text });
    log.warn({ message: id, problem: problem.text }, isOver ? 'mail given up' : 'mail not sent yet');
    if (!isOver) throw new Error(`Mail ${id} will be tried again`);
  }
}
