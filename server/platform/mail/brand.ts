import type { Config } from '../config/config.ts';
import type { Database } from '../database/database.ts';

/** Who a mail is from, as the person who reads it knows it. */
export interface MailBrand {
  /** name of the site or the portal: `{{site}}` in the words of templates */
  readonly site: string;
  /** its address */
  readonly url: string;
  /** its colour, as #rrggbb */
  readonly accent: string;
}

/** A portal that mail is sent because of. */
export interface PortalBrand extends MailBrand {
  /** who the mail is from, beside the site's address */
  readonly senderName: string;
  /** where answers go; null: where the site's go */
  readonly replyTo: string | null;
}

/** Finds the brand of a portal by its id, or null; ids may be any text. Handed in, since the platform knows no portals. */
export type FindPortalBrand = (db: Database, portalId: string) => Promise<PortalBrand | null>;

/** The brand of mail that belongs to no portal. */
export function siteBrand({ siteName, url }: Pick<Config, 'siteName' | 'url'>): MailBrand {
  return { site: siteName, url: url.href, accent: '#4758b2' };
}
