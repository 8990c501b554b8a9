import { useQuery } from '@tanstack/react-query';
import { catalogueQuery } from '../../kit/jql/jql-help.ts';
import { fieldNamed } from '../../kit/jql/offers.ts';
import { type BasicQuery, type NotBasic, readBasic } from './basic.ts';

/** The query as choices, or why it cannot be shown so: what it names must be there to be chosen. */
export function useBasic(jql: string): BasicQuery | NotBasic {
  const { data: catalogue } = useQuery(catalogueQuery);
  const basic = readBasic(jql);
  if ('reason' in basic || !catalogue) return basic;
  for (const { field } of basic.choices) {
    const known = fieldNamed(catalogue, field);
    if (!known) return { reason: 'unknown', field };
    if (!known.hasSuggestions) return { reason: 'values', field };
  }
  return basic;
}
