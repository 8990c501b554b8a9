/** Accounts are named by the addresses that mail can be sent to: one rule for both. */
export { domainOf, normalizeDomain, normalizeEmail } from '../../platform/mail/address.ts';
