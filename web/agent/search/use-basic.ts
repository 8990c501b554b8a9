import { useQuery } from '@tanstack/react-query';
import { catalogueQuery } from '../../kit/jql/jql-help.ts';
import { fieldNamed } from '../../kit/jql/offers.ts';
import { type BasicQuery, type NotBasic, readBasic } from './basic.ts';
import { dateRangeOf, measureOf, numberRangeOf } from './ranges.ts';

/** The query as choices, or why it cannot be shown so: what it names must be there to be chosen. */
export function useBasic(jql: string): BasicQuery | NotBasic {
  const { data: catalogue } = useQuery(catalogueQuery);
  const measured = (name: string) => {
    const field = catalogue && fieldNamed(catalogue, name);
    return field ? measureOf(field) : null;
  };
  // until it is known which fields have bounds, nothing is held against them
  const basic = readBasic(jql, (field) => !catalogue || measured(field) !== null);
  if ('reason' in basic || !catalogue) return basic;
  for (const { field } of basic.choices) {
    const known = fieldNamed(catalogue, field);
    if (!known) return { reason: 'unknown', field };
    if (!known.hasSuggestions) return { reason: 'values', field };
  }
  for (const { field, bounds } of basic.ranges) {
    const shown = measured(field) === 'date' ? dateRangeOf(bounds) : numberRangeOf(bounds);
    if (!shown) return { reason: 'bounds', field };
  }
  return basic;
}
