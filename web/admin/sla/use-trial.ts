import { useDebouncedValue } from '@mantine/hooks';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type EditedSla, problemsOf, slaInput } from './edited-sla.ts';
import { type Preview, previewQuery } from './sla-queries.ts';

/** How long changing must pause before it is tried, in milliseconds. */
const pauseMs = 700;

export interface Trial {
  readonly keys: string;
  readonly setKeys: (keys: string) => void;
  /** it cannot be tried as it is */
  readonly isUnfinished: boolean;
  readonly query: UseQueryResult<Preview>;
}

/** Tries a service level on requests while it is changed: what it would say of them. */
export function useTrial(deskId: string, id: string | null, sla: EditedSla): Trial {
  const [keys, setKeys] = useState('');
  // its name says nothing of requests, but must be there
  const problems = Object.keys(problemsOf({ ...sla, name: 'x' }));
  const wanted = { ...slaInput(sla), name: sla.name.trim() || '–' };
  const named = keys.split(/[\s,;]+/).filter(Boolean);
  const [tried] = useDebouncedValue(JSON.stringify({ input: wanted, keys: named.slice(0, 20) }), pauseMs);
  const isUnfinished = problems.length > 0;
  const query = useQuery({
    ...previewQuery(deskId, { ...JSON.parse(tried), id }),
    enabled: !isUnfinished,
  });
  return { keys, setKeys, isUnfinished, query };
}
