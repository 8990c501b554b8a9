import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import type { ProviderInput } from '../providers/json.ts';
import type { Provider } from '../providers/store.ts';
import { createTestIdp, type ResponseOptions, responseXml, type TestIdp } from '../saml/testing-idp.ts';
import { addSamlProvider, answerTo, cookiesOf, finishSaml, leaveForSaml } from '../testing-sign-in.ts';

let portico: TestApp;
let acme: TestIdp;
let globex: TestIdp;
let admin: Record<string, string>;

const alice = { mail: 'alice@acme.example', displayName: 'Alice Archer', groups: ['staff', 'helpers'] };

beforeAll(async () => {
  portico = await createTestApp();
  acme = await createTestIdp('https://idp.acme.example/metadata');
  globex = await createTestIdp('https://idp.globex.example/metadata');
  admin = await portico.signIn(await portico.createAccount({ isAdministrator: true }));
});

beforeEach(async () => {
  const { db } = portico.platform;
  for (const table of ['throttle', 'identity_provider', 'organization'] as const) {
    await db.deleteFrom(table).execute();
  }
});

afterAll(() => portico?.close());

function send(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  headers: object = {},
  payload?: object,
) {
  return portico.app.inject({ method, url, headers: { ...headers }, ...(payload && { payload }) });
}

function addDraft(idp: TestIdp, input: Partial<ProviderInput> = {}): Promise<Provider> {
  return addSamlProvider(portico, idp, { isEnabled: false, ...input });
}

async function makeLink(provider: Provider) {
  const path = `/rest/portico/1/identity-provider/${provider.id}/setup-link`;
  const made = await send('POST', path, admin, { note: 'Ina of Acme IT' });
  const { url, link } = made.json();
  return {
    id: link.id as string,
    at: `/rest/portico/1/provider-setup/${new URL(url).pathname.split('/').at(-1)}`,
  };
}

/** Asks for a test, as whoever has the link, who is signed in nowhere. */
async function begin(at: string) {
  const made = await send('POST', `${at}/test`);
  expect(made.statusCode).toBe(200);
  const { url, reference } = made.json();
  const test = new URL(url, 'http://localhost').searchParams.get('test') ?? '';
  return {
    url: String(url),
    test,
    reference: String(reference),
    cookie: cookiesOf(made.headers['set-cookie']),
  };
}

async function goThrough(provider: Provider, at: string, changes: Partial<ResponseOptions> = {}) {
  const { test, reference, cookie } = await begin(at);
  const journey = await leaveForSaml(portico, provider, undefined, cookie, test);
  const xml = responseXml(acme, answerTo(journey, { attributes: alice, ...changes }));
  const end = await finishSaml(portico, journey, xml);
  return { ...end, reference, result: (await send('GET', `${at}/test/${reference}`)).json().test };
}

async function everything() {
  const { db } = portico.platform;
  return {
    accounts: await db.selectFrom('account').selectAll().orderBy('id').execute(),
    identities: await db.selectFrom('identity').selectAll().execute(),
    sessions: await db.selectFrom('session').select('id').orderBy('id').execute(),
    members: await db.selectFrom('organization_member').selectAll().execute(),
  };
}

async function addOrganization(name: string, domain: string): Promise<void> {
  const { db } = portico.platform;
  const { id } = await db
    .insertInto('organization')
    .values({ name })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.insertInto('organization_domain').values({ organization_id: id, domain }).execute();
}

describe('a test by whoever has a set-up link', () => {
  it('goes the whole way, signs nobody in, writes nothing, and shows what would become of the person', async () => {
    await addOrganization('Acme Inc.', 'acme.example');
    await addOrganization('Globex GmbH', 'globex.example');
    const provider = await addDraft(acme);
    const { at } = await makeLink(provider);
    const before = await everything();
    const { location, cookie, reference, result } = await goThrough(provider, at);
    expect(location).toBe(`/provider-setup/test-ended/${reference}`);
    expect(cookie).not.toContain('portico_session');
    expect(await everything()).toEqual(before);
    expect(result).toMatchObject({
      outcome: 'succeeded',
      isUndecided: false,
      explanation: null,
      person: { email: 'alice@acme.example', displayName: 'Alice Archer', groups: ['staff', 'helpers'] },
      result: { organizations: ['Acme Inc.'] },
    });
    expect(JSON.stringify(result)).not.toContain('Globex');
    expect(result.steps.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['signature', 'audience', 'times', 'person', 'domain', 'account']),
    );
  });

  it('is told to administrators when the provider is handed over, with the version that was tested', async () => {
    const provider = await addDraft(acme);
    const { at } = await makeLink(provider);
    const { reference } = await goThrough(provider, at);
    const { version, lastTest } = (await send('GET', at)).json();
    expect(lastTest).toEqual({ reference, outcome: 'succeeded', isCurrent: true });
    const handedOver = async () => {
      await send('POST', `${at}/submit`);
      return (await send('GET', '/rest/portico/1/submitted-setup', admin)).json().values;
    };
    expect(await handedOver()).toMatchObject([
      { version, submitted: { version, test: { outcome: 'succeeded', version } } },
    ]);
    const { saml } = (await send('GET', at)).json();
    const domains = ['acme.example', 'acme.test'];
    const changed = await send('PUT', at, {}, { domains, saml, version });
    expect(changed.json().lastTest).toMatchObject({ isCurrent: false });
    expect(await handedOver()).toMatchObject([
      { version: version + 1, submitted: { version: version + 1, test: { outcome: 'succeeded', version } } },
    ]);
    await goThrough(provider, at, { audience: 'https://old.example' });
    expect(await handedOver()).toMatchObject([{ submitted: { test: { outcome: 'refused' } } }]);
    const audit = await send('GET', '/rest/portico/1/audit?query=Ina', admin);
    expect(audit.json().values.map(({ action }: { action: string }) => action)).toEqual(
      expect.arrayContaining([
        'identity-provider.setup-link-opened',
        'identity-provider.setup-test-begun',
        'identity-provider.tested',
        'identity-provider.test-refused',
        'identity-provider.setup-submitted',
      ]),
    );
  });

  it('says what was wrong and what they can do about it, on their own page', async () => {
    const provider = await addDraft(acme, { preset: 'okta' });
    const { at } = await makeLink(provider);
    const { result } = await goThrough(provider, at, { audience: 'https://old.example' });
    expect(result).toMatchObject({ outcome: 'refused', result: null });
    expect(result.explanation.problem).toContain('https://old.example');
    expect(result.explanation.fix).toContain('Audience URI (SP Entity ID)');
    const nameless = await goThrough(provider, at, { attributes: { mailbox: 'alice@acme.example' } });
    expect(nameless.result.explanation.problem).toContain('mailbox');
    expect(nameless.result.explanation.fix).toContain('in step 2, under E-mail attribute');
  });

  it('tells of a domain that is not proved, or not named, that it is not', async () => {
    const provider = await addDraft(acme);
    const { at } = await makeLink(provider);
    await portico.platform.db
      .updateTable('identity_provider_domain')
      .set({ verified_at: null, verified_by: null, override_reason: null })
      .execute();
    const claimed = await goThrough(provider, at);
    expect(claimed.result).toMatchObject({ outcome: 'refused', person: { email: 'alice@acme.example' } });
    expect(claimed.result.explanation.problem).toContain('acme.example is not proved');
    const other = await goThrough(provider, at, { attributes: { mail: 'alice@elsewhere.example' } });
    expect(other.result.explanation.problem).toContain('in none of the domains that you named');
  });

  it('tells no more than that of the groups that may sign in', async () => {
    const provider = await addDraft(acme, { admits: 'groups', allowedGroups: ['Secret project'] });
    const { at } = await makeLink(provider);
    const { result } = await goThrough(provider, at);
    expect(result.explanation.problem).toContain('none of the groups');
    expect(JSON.stringify(result)).not.toContain('Secret project');
  });
});

describe('what somebody with a set-up link attacks', () => {
  it('another provider: its link begins, and reads, tests of its own provider only', async () => {
    const [mine, theirs] = [await addDraft(acme), await addDraft(globex, { domains: ['globex.example'] })];
    const [ours, other] = [await makeLink(mine), await makeLink(theirs)];
    const { test, reference, url, cookie } = await begin(ours.at);
    expect(url).toMatch(new RegExp(`^/sso/saml/${mine.id}/login\\?test=`));
    const moved = await send('GET', url.replace(`/${mine.id}/`, `/${theirs.id}/`), { cookie });
    expect(moved.headers.location).toContain('error=attempt_unknown');
    expect((await send('GET', `${other.at}/test/${reference}`)).statusCode).toBe(404);
    const journey = await leaveForSaml(portico, mine, undefined, cookie, test);
    await finishSaml(portico, journey, responseXml(acme, answerTo(journey, { attributes: alice })));
    expect((await send('GET', `${ours.at}/test/${reference}`)).json().test.outcome).toBe('succeeded');
    expect((await send('GET', `${other.at}/test/${reference}`)).statusCode).toBe(404);
    const second = await makeLink(mine);
    expect((await send('GET', `${second.at}/test/${reference}`)).statusCode).toBe(404);
    expect((await send('GET', second.at)).json().lastTest).toBeNull();
  });

  it('tests of administrators, and sign-ins: it reads none of them', async () => {
    const provider = await addDraft(acme);
    const { at } = await makeLink(provider);
    const asked = await send('POST', `/rest/portico/1/identity-provider/${provider.id}/test`, admin);
    const { url, reference } = asked.json();
    const test = new URL(url, 'http://localhost').searchParams.get('test') ?? '';
    expect((await send('GET', `${at}/test/${reference}`)).statusCode).toBe(404);
    const journey = await leaveForSaml(portico, provider, undefined, admin['cookie'], test);
    const xml = responseXml(acme, answerTo(journey, { attributes: alice }));
    await finishSaml(portico, journey, xml, `${journey.cookie}; ${admin['cookie']}`);
    expect((await send('GET', `${at}/test/${reference}`)).statusCode).toBe(404);
    const ofAdministrators = `/rest/portico/1/identity-provider/${provider.id}/sign-in-log/${reference}`;
    expect((await send('GET', ofAdministrators)).statusCode).toBe(401);
  });

  it('somebody else, who is sent through the test to be looked at: it begins in the browser that asked', async () => {
    const { at } = await makeLink(await addDraft(acme));
    const { url, cookie } = await begin(at);
    const foreign = (await begin(at)).cookie;
    for (const victim of ['', foreign, admin['cookie']]) {
      const sent = await send('GET', url, { cookie: victim });
      expect(sent.headers.location).toContain('error=attempt_unknown');
    }
    const begun = await send('GET', url, { cookie });
    expect(begun.headers.location).toContain('http://idp.acme.example/sso');
  });

  it('the start of a test: it is good once', async () => {
    const provider = await addDraft(acme);
    const { at } = await makeLink(provider);
    const { test, url, cookie } = await begin(at);
    await leaveForSaml(portico, provider, undefined, cookie, test);
    const again = await send('GET', url, { cookie });
    expect(again.headers.location).toContain('error=attempt_unknown');
  });

  it.each(['withdrawn', 'expired'] as const)('with a link that is %s meanwhile', async (how) => {
    const provider = await addDraft(acme);
    const { at, id } = await makeLink(provider);
    const [begun, unopened] = [await begin(at), await begin(at)];
    const journey = await leaveForSaml(portico, provider, undefined, begun.cookie, begun.test);
    if (how === 'withdrawn') await send('DELETE', `/rest/portico/1/setup-link/${id}`, admin);
    else {
      const past = new Date(Date.now() - 1000);
      await portico.platform.db.updateTable('provider_setup_link').set({ expires_at: past }).execute();
    }
    const before = await everything();
    const xml = responseXml(acme, answerTo(journey, { attributes: alice }));
    const end = await finishSaml(portico, journey, xml);
    expect(end.cookie).not.toContain('portico_session');
    const traces = await portico.platform.db.selectFrom('sign_in_trace').select('outcome').execute();
    expect(traces.map(({ outcome }) => outcome)).not.toContain('succeeded');
    expect(await everything()).toEqual(before);
    const late = await send('GET', unopened.url, { cookie: unopened.cookie });
    expect(late.headers.location).toContain('error=attempt_unknown');
    expect((await send('GET', `${at}/test/${begun.reference}`)).statusCode).toBe(404);
    expect((await send('POST', `${at}/test`)).statusCode).toBe(404);
  });

  it('with a provider that is not filled in, or in use by now', async () => {
    const draft = await addDraft(acme, { saml: { entityId: '', signOnUrl: '', certificates: [] } });
    const incomplete = await send('POST', `${(await makeLink(draft)).at}/test`);
    expect(incomplete.statusCode).toBe(409);
    expect(incomplete.json().errorMessages[0]).toContain('still missing');
    const used = await addDraft(acme, { isEnabled: true, domains: ['acme.test'] });
    const refused = await send('POST', `${(await makeLink(used)).at}/test`);
    expect(refused.statusCode).toBe(409);
    expect(refused.json().errorMessages[0]).toContain('in use');
  });

  it('who has an account here, by letting their provider name any address: all answers are the same', async () => {
    await addOrganization('Globex GmbH', 'globex.example');
    await addDraft(globex, { domains: ['globex.example'], isEnabled: true, name: 'Globex' });
    const provider = await addDraft(acme, { admits: 'all', domains: ['acme.example'] });
    await portico.createAccount({ email: 'victim@mail.example', displayName: 'Vic Tim' });
    const agent = await portico.createAccount({ email: 'boss@mail.example', isAdministrator: true });
    expect(agent).toBeDefined();
    const { at } = await makeLink(provider);
    const answers = [];
    for (const mail of [
      'victim@mail.example',
      'boss@mail.example',
      'nobody@mail.example',
      'a@globex.example',
    ]) {
      const { result } = await goThrough(provider, at, { attributes: { mail }, nameId: mail });
      const { lastTest } = (await send('GET', at)).json();
      expect(JSON.stringify(result)).not.toMatch(/Vic Tim|Globex/);
      const { outcome, isUndecided, explanation, result: became } = result;
      const steps = result.steps.map((step: { name: string; outcome: string }) => [step.name, step.outcome]);
      answers.push({ outcome, isUndecided, explanation, became, steps, told: lastTest.outcome });
    }
    expect(answers[0]).toMatchObject({ outcome: 'succeeded', isUndecided: true, became: null });
    for (const each of answers) expect(each).toEqual(answers[0]);
  });

  it('what is known of people of their own domain: not more than that one would not be let in', async () => {
    const provider = await addDraft(acme, { createsAccounts: false });
    const { at } = await makeLink(provider);
    await portico.createAccount({
      email: 'boss@acme.example',
      displayName: 'The Boss',
      isAdministrator: true,
    });
    const answers = [];
    for (const mail of ['boss@acme.example', 'nobody@acme.example']) {
      const { result, reference } = await goThrough(provider, at, { attributes: { mail }, nameId: mail });
      expect(JSON.stringify(result)).not.toMatch(/The Boss|administrator/);
      const { outcome, explanation, steps } = result;
      const person = { subject: mail, email: mail };
      expect(result.person).toMatchObject(person);
      const fix = explanation.fix.replace(reference, '…');
      const names = steps.map((step: { name: string; outcome: string }) => [step.name, step.outcome]);
      answers.push({ outcome, problem: explanation.problem, fix, names });
    }
    expect(answers[0]).toMatchObject({ outcome: 'refused' });
    expect(answers[0]).toEqual(answers[1]);
  });

  it('with very many tests', async () => {
    const { at } = await makeLink(await addDraft(acme));
    const answers = [];
    for (let count = 0; count < 21; count += 1) answers.push((await send('POST', `${at}/test`)).statusCode);
    expect(answers[0]).toBe(200);
    expect(answers.at(-1)).toBe(429);
  });
});
