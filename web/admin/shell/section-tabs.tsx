import { Link } from '@tanstack/react-router';
import classes from './section-tabs.module.css';

interface SectionTabsProps {
  readonly label: string;
  /** addresses and names, in order; the first one's address is the beginning of the others' */
  readonly tabs: readonly { readonly to: string; readonly name: string }[];
}

/** The parts of a section, each with an address of its own. */
export function SectionTabs({ label, tabs }: SectionTabsProps) {
  return (
    <nav aria-label={label} className={classes['tabs']}>
      {tabs.map(({ to, name }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: true, includeSearch: false }}
          className={classes['tab'] ?? ''}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
