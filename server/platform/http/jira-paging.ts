import type { FastifyRequest } from 'fastify';
import { type TSchema, Type } from 'typebox';

/** Query parameters of a list of api/3; spread into a route's querystring schema. */
export const jiraPageQueryProperties = {
  startAt: Type.Integer({
    minimum: 0,
    maximum: 1_000_000,
    default: 0,
    description: 'Index of the first item',
  }),
  maxResults: Type.Integer({
    minimum: 1,
    maximum: 1000,
    default: 50,
    description: 'Largest number of items; more than 100 are not given at once',
  }),
};

/** Most items of a list of api/3 that are given at once. Clients that ask for more read on, as they do with Jira. */
const largestPage = 100;

/** Which part of a list was asked for. */
export function jiraPageOf(query: { readonly startAt: number; readonly maxResults: number }): {
  start: number;
  limit: number;
} {
  return { start: query.startAt, limit: Math.min(query.maxResults, largestPage) };
}

/** The response schema of an api/3 page of `item` (PageBean). */
export function jiraPageSchema<Item extends TSchema>(item: Item) {
  return Type.Object({
    self: Type.String(),
    nextPage: Type.Optional(Type.String()),
    maxResults: Type.Integer(),
    startAt: Type.Integer(),
    total: Type.Integer(),
    isLast: Type.Boolean(),
    values: Type.Array(item),
  });
}

/** One page of a list, as api/3 shows it. */
export function jiraPage<Item>(
  request: FastifyRequest,
  { start, limit }: { readonly start: number; readonly limit: number },
  total: number,
  values: Item[],
) {
  const self = `${request.siteAddress}${request.url}`;
  const isLast = start + values.length >= total;
  const next = new URL(self);
  next.searchParams.set('startAt', String(start + limit));
  next.searchParams.set('maxResults', String(limit));
  return {
    self,
    ...(!isLast && { nextPage: next.href }),
    maxResults: limit,
    startAt: start,
    total,
    isLast,
    values,
  };
}

/** The page that was asked for, of a short list that is there as a whole. */
export function jiraPageOfAll<Item, Shown>(
  request: FastifyRequest,
  query: Parameters<typeof jiraPageOf>[0],
  all: readonly Item[],
  show: (item: Item) => Shown,
) {
  const wanted = jiraPageOf(query);
  const shown = all.slice(wanted.start, wanted.start + wanted.limit);
  return jiraPage(request, wanted, all.length, shown.map(show));
}
