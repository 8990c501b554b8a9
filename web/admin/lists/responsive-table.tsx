import type { ReactNode } from 'react';
import classes from './responsive-table.module.css';

interface ResponsiveTableProps {
  readonly label: string;
  /** headings; an empty one is for actions */
  readonly columns: readonly string[];
  readonly children: ReactNode;
}

/** A table that becomes a list of cards on a phone. Fill it with rows of `Cell`. */
export function ResponsiveTable({ label, columns, children }: ResponsiveTableProps) {
  return (
    <div className={classes['frame']}>
      <table className={classes['table']} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) =>
              column === '' ? (
                <td key="actions" />
              ) : (
                <th key={column} scope="col">
                  {column}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** A cell; on a phone its column's heading stands before it. */
export function Cell({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <td className={label === undefined ? classes['lead'] : undefined}>
      {label === undefined ? null : (
        <span className={classes['label']} aria-hidden="true">
          {label}
        </span>
      )}
      {children}
    </td>
  );
}

/** The cell of a row's actions, at its end; on a phone beside the first cell, or below all where there are `several`. */
export function ActionsCell({ several = false, children }: { several?: boolean; children: ReactNode }) {
  return (
    <td className={several ? `${classes['actions']} ${classes['several']}` : classes['actions']}>
      {children}
    </td>
  );
}
