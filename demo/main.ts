import { join } from 'node:path';
import type { PorticoApp } from '../server/app.ts';
import type { Progress, Row } from '../server/cli/progress.ts';
import { accountByEmail, setPassword } from '../server/identity/index.ts';
import type { Config } from '../server/platform/config/config.ts';
import { type Database, inTransaction } from '../server/platform/database/database.ts';
import type { ServiceProvider } from './acme-saml/saml-messages.ts';
import { startAcme } from './acme-saml/server.ts';
import { openSigningKey } from './acme-saml/signing-key.ts';
import { type DemoFile, openDemoFile } from './demo-file.ts';
import { openKeys } from './globex-oidc/keys.ts';
import type { Client } from './globex-oidc/provider.ts';
import { startGlobex } from './globex-oidc/server.ts';
import { acmeEmployees, admit, globexEmployees } from './people.ts';
import { introduceAcme, introduceGlobex } from './providers.ts';
import { isSeeded, seedNorthwind } from './seed/seed.ts';
import { administrator, agents } from './seed/staff.ts';

/** The demo companies, running. */
export interface Demo {
  /** where to go and who can sign in, for people */
  readonly rows: Row[];
  /** Stops both identity providers, connections that are kept open included. */
  close(): Promise<void>;
}

/**
 * Starts the demo beside a Portico that listens: Acme's SAML and Globex's OpenID provider on the two ports after
 * Portico's, both known to Portico; and, the first time, the sample data. Everything is kept in the data folder, so that
 * the next start finds the same people, passwords and requests.
 *
 * @throws when a port is taken, or private providers are not allowed; whatever was started is stopped again
 */
export async function startDemo(
  { platform }: Pick<PorticoApp, 'platform'>,
  config: Config,
  progress: Pick<Progress, 'step'>,
): Promise<Demo> {
  if (!config.allowsPrivateProviders) {
    throw new Error(
      "The demo's identity providers run on this machine, and PORTICO_ALLOW_PRIVATE_PROVIDERS forbids those. " +
        'Leave that setting out.',
    );
  }
  const file = await openDemoFile(join(config.dataFolder, 'demo.json'), everybody());
  await using cleanup = new AsyncDisposableStack();
  const companies = await progress.step('Starting the demo companies', () => startCompanies());
  if (file.isNew) await givePasswords(platform.db, file);
  if (!(await isSeeded(platform.db))) {
    await progress.step('Making three months of sample data', () =>
      seedNorthwind(platform, file.passwordOf, new Date()),
    );
  }
  const running = cleanup.move();
  return { rows: tableOf(companies, file), close: () => running.disposeAsync() };

  async function startCompanies() {
    const folder = join(config.dataFolder, 'demo');
    const address = (offset: number) => ({
      host: config.host,
      port: config.port === 0 ? 0 : config.port + offset,
      publicHostname: providerHostname(config.url),
    });
    const serviceProviders: ServiceProvider[] = [];
    const key = await openSigningKey(join(folder, 'acme-saml.pem'));
    const acme = await startAcme({
      ...address(1),
      people: admit(acmeEmployees, file.passwordOf),
      key,
      serviceProviders: () => serviceProviders,
      log: platform.log.child({ server: 'acme-saml' }),
    });
    cleanup.defer(() => acme.close());

    const clients: Client[] = [];
    const globex = await startGlobex({
      ...address(2),
      people: admit(globexEmployees, file.passwordOf),
      keys: await openKeys(join(folder, 'globex-oidc.json')),
      clients: () => clients,
      log: platform.log.child({ server: 'globex-oidc' }),
    });
    cleanup.defer(() => globex.close());

    serviceProviders.push(await introduceAcme(platform, acme, key.certificate));
    clients.push(await introduceGlobex(platform, globex.url, file.globexClientSecret, file.isNew));
    return { acme: acme.url, globex: globex.url };
  }
}

/**
 * The name by which browsers call the companies: on one machine another one than Portico's, so that they are different
 * sites, as in life; else the same, on other ports.
 */
export function providerHostname(url: URL): string {
  if (url.hostname === 'localhost') return '127.0.0.1';
  if (url.hostname === '127.0.0.1') return 'localhost';
  return url.hostname;
}

function everybody(): string[] {
  const staff = [administrator, ...agents];
  return [...acmeEmployees, ...globexEmployees, ...staff].map(({ email }) => email);
}

/** Passwords are lost with the file: gives Northwind's people, when they are there, the new ones. */
async function givePasswords(db: Database, file: DemoFile): Promise<void> {
  await inTransaction(db, async (trx) => {
    for (const { email } of [administrator, ...agents]) {
      const account = await accountByEmail(trx, email);
      if (account) await setPassword(trx, account.id, file.passwordOf(email));
    }
  });
}

function tableOf(addresses: { readonly acme: string; readonly globex: string }, file: DemoFile): Row[] {
  const person = ({ email }: { readonly email: string }, remark: string) => ({
    label: email,
    value: `${file.passwordOf(email)}   ${remark}`,
  });
  const [alice, henrik] = acmeEmployees;
  const [bob, ines] = globexEmployees;
  const [agent] = agents;
  if (!alice || !henrik || !bob || !ines || !agent) throw new Error('The demo lacks people');
  return [
    { label: 'Acme (SAML)', value: addresses.acme },
    { label: 'Globex (OpenID)', value: addresses.globex },
    {
      label: 'Customers: type the e-mail address in the help center, the password at their company',
      value: '',
    },
    person(alice, 'new at Acme'),
    person(henrik, 'manages Acme, has requests'),
    person(bob, 'new at Globex'),
    person(ines, 'manages Globex, has requests'),
    { label: 'Northwind: type both in Portico', value: '' },
    person(agent, 'agent of all three service desks'),
    person(administrator, 'administrator'),
  ];
}
