import { inTransaction } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { allProviders } from '../providers/store.ts';
import { noteProof } from './domains.ts';
import { lookUpProof } from './look-up-proof.ts';

/** Looks again, once a day, whether the records are there that domains were proved with; says so when one is gone. */
export async function recheckDomains({ db, config }: Pick<Platform, 'db' | 'config'>): Promise<void> {
  const actor = { accountId: null, name: 'Portico', address: null };
  for (const provider of await allProviders(db)) {
    for (const claim of provider.claims.filter(({ verifiedBy }) => verifiedBy === 'dns')) {
      const proof = await lookUpProof(config.dnsServers, claim);
      await inTransaction(db, (trx) => noteProof(trx, provider, claim, proof, actor));
    }
  }
}
