import { accountByEmail } from '../../identity/index.ts';
import type { AuditActor } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { Invalid } from '../../platform/http/errors.ts';
import { normalizeEmail } from '../../platform/mail/address.ts';
import type { RequestAccess } from '../access.ts';
import type { Actor } from '../access-rules.ts';
import { createCustomer } from '../service-desks/create-customer.ts';
import { unknownPeople } from './change-participants.ts';
import { addableAmong, sharingRuleOf } from './store.ts';

/** Whom an actor wants to take part in a request, by their e-mail addresses. */
export interface AddressedPeople {
  readonly request: RequestAccess;
  readonly actor: Actor;
  readonly auditActor: AuditActor;
  readonly addresses: readonly string[];
}

/**
 * The people (account.id) with these e-mail addresses. Whoever has no account gets one: by agents, as a customer of the desk; by
 * customers where the desk lets them share with anyone, to see what is shared with them and no more.
 *
 * @throws Invalid naming `emailAddresses`: not an address, or of somebody whom the actor may not add, in the same words as for
 *   those that there are not
 */
export async function peopleAtAddresses(
  trx: Database,
  { request, actor, auditActor, addresses }: AddressedPeople,
): Promise<string[]> {
  const mayMake = actor.isAgent || (await sharingRuleOf(trx, request.serviceDeskId)) === 'anyone';
  const desk = { id: request.serviceDeskId, projectKey: request.key.split('-')[0] ?? '' };
  const ids: string[] = [];
  for (const address of addresses) {
    const email = normalizeEmail(address);
    if (!email) throw refused(`"${address}" is not an e-mail address. Write it like name@company.com.`);
    const known = await accountByEmail(trx, email);
    if (known) {
      const may = await addableAmong(trx, request.serviceDeskId, actor, [known.id]);
      if (!may.has(known.id)) throw refused(unknownPeople(actor));
      ids.push(known.id);
    } else if (mayMake) {
      const made = await createCustomer(trx, {
        email,
        displayName: email.split('@')[0] ?? email,
        desk: actor.isAgent ? desk : null,
        auditActor,
      });
      ids.push(made.id);
    } else {
      throw refused(unknownPeople(actor));
    }
  }
  return ids;
}

function refused(message: string): Invalid {
  return Invalid.fields({ emailAddresses: message });
}
