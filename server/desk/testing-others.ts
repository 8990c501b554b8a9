import { randomBytes, randomUUID } from 'node:crypto';
import { createOrganization } from '../customers/index.ts';
import { createProvider, grantRole } from '../identity/index.ts';
import { sampleValues } from '../platform/mail/template.ts';
import type { DeskWorld } from './testing.ts';

/** Says what a route names, where that is somebody's. */
type Names = Readonly<Record<string, string>>;

/**
 * Things of others: of Gus, an organization, a portal, a group, a provider that none of those who ask in the tables has to do
 * with. `null` for a route that names nothing of the kind; then whatever the caller likes. Each is made when it is asked for, so
 * that a call may change or end it.
 */
export function createOthers(world: DeskWorld): (route: string) => Promise<Names | null> {
  const { db } = world.platform;
  const actor = { accountId: null, name: 'Test', address: null };
  const unique = () => randomUUID().slice(0, 8);
  const soon = () => new Date(Date.now() + 86_400_000);
  const portal = { portalId: world.otherDesk.id };

  const person = async () => {
    const { id, accountId } = await world.createAccount();
    return { id, accountId };
  };
  const idOf = async (row: Promise<{ id: string }>) => ({ id: (await row).id });

  async function service() {
    const { accountId } = await db
      .insertInto('account')
      .values({ display_name: `Program ${unique()}`, kind: 'service' })
      .returning('account_id as accountId')
      .executeTakeFirstOrThrow();
    return { accountId };
  }
  function session(accountId: string) {
    return idOf(
      db
        .insertInto('session')
        .values({ account_id: accountId, token_hash: randomBytes(32), expires_at: soon() })
        .returning('id')
        .executeTakeFirstOrThrow(),
    );
  }
  function token(accountId: string) {
    return idOf(
      db
        .insertInto('api_token')
        .values({
          account_id: accountId,
          name: unique(),
          scopes: ['read:jira-user'],
          token_hash: randomBytes(32),
          expires_at: soon(),
        })
        .returning('id')
        .executeTakeFirstOrThrow(),
    );
  }
  function factor(accountId: string) {
    return idOf(
      db
        .insertInto('totp_factor')
        .values({ account_id: accountId, name: 'Phone', sealed_secret: 'sealed', confirmed_at: new Date() })
        .returning('id')
        .executeTakeFirstOrThrow(),
    );
  }
  function browser(accountId: string) {
    return idOf(
      db
        .insertInto('trusted_device')
        .values({ account_id: accountId, token_hash: randomBytes(32), expires_at: soon() })
        .returning('id')
        .executeTakeFirstOrThrow(),
    );
  }
  async function group() {
    const made = await db
      .insertInto('account_group')
      .values({ name: `Group ${unique()}` })
      .returning(['id', 'group_id as groupId'])
      .executeTakeFirstOrThrow();
    return made;
  }
  async function grant() {
    const { id } = await group();
    await grantRole(
      db,
      { role: 'agent', deskId: world.otherDesk.id, holder: { groupId: id } },
      actor.accountId,
    );
    const made = await db
      .selectFrom('role_grant')
      .select('id')
      .where('group_id', '=', id)
      .executeTakeFirstOrThrow();
    return { grantId: made.id };
  }
  const provider = () =>
    db.transaction().execute((trx) =>
      createProvider(
        world.platform,
        trx,
        {
          protocol: 'saml',
          name: `Provider ${unique()}`,
          isEnabled: false,
          domains: [],
          saml: { entityId: `urn:${unique()}`, signOnUrl: 'http://idp.example/sso', certificates: [] },
        },
        actor,
      ),
    );
  async function setupLink() {
    const { id } = await provider();
    const made = await db
      .insertInto('provider_setup_link')
      .values({ provider_id: id, token_hash: randomBytes(32), expires_at: soon() })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { linkId: made.id };
  }
  function invitation() {
    return idOf(
      db
        .insertInto('invitation')
        .values({
          email: `${unique()}@globex.example`,
          portal_id: world.otherDesk.id,
          token_hash: randomBytes(32),
          expires_at: soon(),
        })
        .returning('id')
        .executeTakeFirstOrThrow(),
    );
  }
  async function mail() {
    const { templates, queue } = world.platform.mail;
    const template = templates.find(({ isSecret }) => !isSecret);
    if (!template) throw new Error('There is no mail');
    const to = { email: `${unique()}@globex.example`, name: 'Gus', locale: 'en', accountId: null };
    await db
      .transaction()
      .execute((trx) => queue(trx, { template, values: sampleValues(template, 'en'), to }));
    return db
      .selectFrom('mail_message')
      .select('id')
      .where('to_address', '=', to.email)
      .executeTakeFirstOrThrow();
  }
  const bulkAct = () =>
    idOf(db.insertInto('bulk_act').values({ act: 'deactivate' }).returning('id').executeTakeFirstOrThrow());
  const bulkOperation = () =>
    gus(async (accountId) => {
      const made = await db
        .insertInto('bulk_operation')
        .values({ account_id: accountId, act: 'edit', input: '{}', about: [] })
        .returning('id')
        .executeTakeFirstOrThrow();
      await db
        .insertInto('bulk_operation_item')
        .values({ operation_id: made.id, position: 0, key: 'OTHER-1' })
        .execute();
      return made;
    });
  async function workflow() {
    const has = await db
      .selectFrom('request_type')
      .select('workflow_id as workflowId')
      .where('service_desk_id', '=', world.otherDesk.id)
      .limit(1)
      .executeTakeFirstOrThrow();
    return { workflowId: has.workflowId };
  }
  async function status() {
    const values = { name: unique(), category: 'new' };
    const made = await db.insertInto('status').values(values).returning('id').executeTakeFirstOrThrow();
    return { statusId: made.id };
  }
  async function choice(table: 'priority' | 'resolution') {
    const values = { name: unique(), position: 100 };
    const made = await db.insertInto(table).values(values).returning('id').executeTakeFirstOrThrow();
    return { choiceId: made.id };
  }
  const organization = () => idOf(createOrganization(db, { name: `Organization ${unique()}` }));

  const gus = async <Found extends object>(find: (accountId: string) => Promise<Found>) => {
    const { id, accountId } = await person();
    return { accountId, ...(await find(id)) };
  };
  // The first that a route begins with counts.
  const kinds: readonly (readonly [RegExp, () => Promise<Names>])[] = [
    [/\/account\/:accountId\/session\/:id/, () => gus(session)],
    [/\/account\/:accountId\/token\/:id/, () => gus(token)],
    [/\/account\/:accountId/, () => gus(async () => ({}))],
    [/\/service-account\/:accountId/, service],
    [/\/session\/mine\/:id/, () => gus(session)],
    [/\/my-token\/:id/, () => gus(token)],
    [/\/second-factor\/totp\/:id/, () => gus(factor)],
    [/\/second-factor\/:kind\/:id/, async () => ({ ...(await gus(factor)), kind: 'totp' })],
    [/\/second-factor\/device\/:id/, () => gus(browser)],
    [/\/group\/:groupId/, group],
    [/\/role-grant\/:grantId/, grant],
    [/\/account-bulk\/:id/, bulkAct],
    [/\/bulk\/:id/, bulkOperation],
    [/\/invitation\/:id/, invitation],
    [/\/mail\/message\/:id/, mail],
    [/\/organization\/:id/, organization],
    [/\/workflow\/:workflowId/, workflow],
    [/\/status\/:statusId/, status],
    [/\/priority\/:choiceId/, () => choice('priority')],
    [/\/resolution\/:choiceId/, () => choice('resolution')],
    [/\/portal\/:portalId/, async () => portal],
    [/\/setup-link\/:linkId/, setupLink],
    [/\/(identity-provider|sso\/saml)\/:id/, async () => ({ id: (await provider()).id })],
  ];
  return async (route) => (await kinds.find(([pattern]) => pattern.test(route))?.[1]()) ?? null;
}
