import { useState } from 'react';

/** What the table of people can show beside the name, in order. */
export const peopleColumns = [
  'roles',
  'signIn',
  'lastSeen',
  'factor',
  'organizations',
  'groups',
  'created',
] as const;
export type PeopleColumn = (typeof peopleColumns)[number];

const storageKey = 'portico-people-columns';
const usual: readonly PeopleColumn[] = ['roles', 'signIn', 'lastSeen'];

/** The columns that somebody has chosen, kept in this browser. */
export function usePeopleColumns(): [readonly PeopleColumn[], (columns: readonly PeopleColumn[]) => void] {
  const [columns, setColumns] = useState(read);
  return [
    columns,
    (chosen) => {
      const ordered = peopleColumns.filter((column) => chosen.includes(column));
      setColumns(ordered);
      try {
        localStorage.setItem(storageKey, ordered.join(','));
      } catch {
        // then they hold for this page
      }
    },
  ];
}

function read(): readonly PeopleColumn[] {
  try {
    const kept = localStorage.getItem(storageKey);
    if (kept === null) return usual;
    const names = kept.split(',');
    return peopleColumns.filter((column) => names.includes(column));
  } catch {
    return usual;
  }
}
