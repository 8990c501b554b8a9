import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import classes from './section-tabs.module.css';

interface SectionTabsProps {
  readonly label: string;
  /** addresses and names, in order */
  readonly tabs: readonly { readonly to: string; readonly name: string }[];
}

/** The parts of a section, each with an address of its own. */
export function SectionTabs({ label, tabs }: SectionTabsProps) {
  const { pathname } = useLocation();
  const links = useRef<HTMLElement>(null);
  // on a phone they are a row that is scrolled sideways: bring the open one into sight
  // biome-ignore lint/correctness/useExhaustiveDependencies: the open one's link changes with the path
  useEffect(() => {
    const current = links.current?.querySelector('[data-status="active"]');
    current?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [pathname]);
  return (
    <nav ref={links} aria-label={label} className={classes['tabs']}>
      {tabs.map(({ to, name }) => (
        <Link
          key={to}
          to={to}
          // a filter in the address does not make it another part
          activeOptions={{ exact: true, includeSearch: false }}
          className={classes['tab'] ?? ''}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
