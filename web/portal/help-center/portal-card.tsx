import { Link } from '@tanstack/react-router';
import { accentOf } from '../../kit/colors.ts';
import { portalPath } from '../paths.ts';
import type { Portal } from '../queries.ts';
import classes from './portal-card.module.css';

/** A portal in its own accent. */
export function PortalCard({ portal }: { portal: Portal }) {
  const accent = accentOf(portal.accentColor);
  return (
    <Link
      to={portalPath(portal.id)}
      className={classes['card']}
      style={{ '--card-accent': `var(--mantine-color-${accent}-filled)` } as React.CSSProperties}
    >
      <strong className={classes['name']}>{portal.name}</strong>
      {portal.description && <span className={classes['description']}>{portal.description}</span>}
    </Link>
  );
}
