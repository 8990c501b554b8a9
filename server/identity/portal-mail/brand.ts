import type { Config } from '../../platform/config/config.ts';
import type { Database } from '../../platform/database/database.ts';
import { type PortalBrand, siteBrand } from '../../platform/mail/brand.ts';
import { portalAddress } from '../portal-domains/store.ts';

/** Colours that portals may choose, as their pages show them under white words (web/kit/colors.ts, step 7). */
export const accents: Readonly<Record<string, string>> = {
  indigo: '#4758b2',
  blue: '#1963aa',
  cyan: '#006d87',
  teal: '#047168',
  green: '#20743b',
  lime: '#526d02',
  yellow: '#7c5c02',
  orange: '#954b00',
  red: '#b22120',
  pink: '#ac1e5a',
  grape: '#8d3993',
  violet: '#6849b3',
};

/** How mail that is sent because of a portal (service_desk.id) looks and whom it is from, or null when there is none. */
export async function portalBrand(
  db: Database,
  config: Pick<Config, 'siteName' | 'url'>,
  portalId: string,
): Promise<PortalBrand | null> {
  if (!/^\d{1,18}$/.test(portalId)) return null;
  const row = await db
    .selectFrom('service_desk as portal')
    .leftJoin('portal_mail as mail', 'mail.portal_id', 'portal.id')
    .select(['portal.portal_name', 'portal.accent_color', 'mail.sender_name', 'mail.reply_to'])
    .where('portal.id', '=', portalId)
    .executeTakeFirst();
  if (!row) return null;
  const site = await portalAddress(db, config, portalId);
  return {
    site: row.portal_name,
    url: new URL(`/servicedesk/customer/portal/${portalId}`, site).href,
    accent: accents[row.accent_color] ?? siteBrand(config).accent,
    senderName: row.sender_name ?? row.portal_name,
    replyTo: row.reply_to,
  };
}
