import { Link } from '@tanstack/react-router';
import { useOwnPortal } from '../../kit/api/session.ts';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { portalPath, portalsPath } from '../paths.ts';
import classes from './breadcrumb.module.css';

/** The way back: help center, and the portal where the page is in one that the person may open. */
export function Breadcrumb({ portal }: { portal?: { id: string; name: string } | undefined }) {
  const { t } = useTranslation('portal');
  const own = useOwnPortal();
  if (own && !portal) return null;
  return (
    <nav aria-label={t('nav.breadcrumb')} className={classes['breadcrumb']}>
      <ol>
        {!own && (
          <li>
            <Link to={portalsPath}>{t('nav.helpCenter')}</Link>
          </li>
        )}
        {portal && (
          <li>
            <Link to={portalPath(portal.id)}>{portal.name}</Link>
          </li>
        )}
      </ol>
    </nav>
  );
}
