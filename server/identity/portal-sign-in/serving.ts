import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Provider } from '../providers/store.ts';

/**
 * Which providers serve a portal: those through which its people can get in now. One must be enabled, and have somebody
 * whom it can admit: the people of a verified domain, or everybody. And people of the portal must come to it: it is the
 * portal's default, has a button there, or has a button nowhere and is found by its domains.
 *
 * The rule is written twice, for a list at hand and for SQL; a test compares the two.
 */
export function providersServing(
  providers: readonly Provider[],
  portalId: string,
  defaultProviderId: string | null,
): Provider[] {
  return providers.filter(({ id, isEnabled, admits, domains, shownOn, portalIds }) => {
    if (!isEnabled || (admits !== 'all' && domains.length === 0)) return false;
    if (id === defaultProviderId || shownOn === 'all') return true;
    return shownOn === 'none' ? domains.length > 0 : portalIds.includes(portalId);
  });
}

/** Of `identity_provider i` beside `portal_sign_in p`: whether the provider serves the portal. */
export const providerServesPortal: RawBuilder<SqlBool> = sql`(i.is_enabled
  and (i.admits = 'all' or exists(
    select from identity_provider_domain d where d.provider_id = i.id and d.verified_at is not null))
  and (i.id = p.default_provider_id or i.shown_on = 'all'
    or (i.shown_on = 'none' and exists(
      select from identity_provider_domain d where d.provider_id = i.id and d.verified_at is not null))
    or (i.shown_on = 'listed' and exists(
      select from identity_provider_portal l where l.provider_id = i.id and l.portal_id = p.portal_id))))`;

/** Ids of the portals that customers get into through a provider only; for an `in` or `any(array(…))` of other rooms. */
export const portalsForProvidersOnly: RawBuilder<{ portal_id: string }> =
  sql`select p.portal_id from portal_sign_in p where p.requires_provider`;

/**
 * Those of them that a session does not open to a customer: it began with a password, or through a provider that does not
 * serve the portal.
 *
 * @param providerId through which the session began; null: with a password
 */
export function portalsClosedTo(providerId: string | null): RawBuilder<{ portal_id: string }> {
  return sql`${portalsForProvidersOnly} and not exists(
    select from identity_provider i where i.id = ${providerId}::bigint and ${providerServesPortal})`;
}
