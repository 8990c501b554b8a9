import type { FastifyRequest } from 'fastify';
import { type Static, type TSchema, Type } from 'typebox';

/** Query parameters of every servicedeskapi list; spread into a route's querystring schema. */
export const pageQueryProperties = {
  start: Type.Integer({ minimum: 0, maximum: 1_000_000, default: 0, description: 'Index of the first item' }),
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 50, description: 'Largest number of items' }),
};

/** The querystring schema of a list that takes nothing but `start` and `limit`. */
export const pageQuerySchema = Type.Object(pageQueryProperties);

const linksSchema = Type.Object({
  self: Type.String(),
  base: Type.String(),
  context: Type.String(),
  next: Type.Optional(Type.String()),
  prev: Type.Optional(Type.String()),
});

/** The response schema of a servicedeskapi page of `item`. */
export function pageSchema<Item extends TSchema>(item: Item) {
  return Type.Object({
    _expands: Type.Array(Type.String()),
    size: Type.Integer(),
    start: Type.Integer(),
    limit: Type.Integer(),
    isLastPage: Type.Boolean(),
    _links: linksSchema,
    values: Type.Array(item),
  });
}

/** One page of a list, as servicedeskapi shows it. */
export interface Page<Item> {
  _expands: string[];
  size: number;
  start: number;
  limit: number;
  isLastPage: boolean;
  _links: Static<typeof linksSchema>;
  values: Item[];
}

/** Which page was asked for, and by which request: its address is the base of the links to other pages. */
export interface PageRequest {
  readonly request: FastifyRequest;
  readonly start: number;
  readonly limit: number;
}

/**
 * Makes a page of what a query with `limit + 1` rows found: the row too many only tells that there is another page.
 *
 * @param rowsPlusOne at most `limit + 1` items, already in their wire form
 */
export function page<Item>(
  { request, start, limit }: PageRequest,
  rowsPlusOne: readonly Item[],
  expands: readonly string[] = [],
): Page<Item> {
  const base = request.siteAddress;
  const isLastPage = rowsPlusOne.length <= limit;
  const values = rowsPlusOne.slice(0, limit);
  const links: Page<Item>['_links'] = { self: `${base}${request.url}`, base, context: '' };
  if (!isLastPage) links.next = pageAddress(base, request.url, start + limit, limit);
  if (start > 0) links.prev = pageAddress(base, request.url, Math.max(0, start - limit), limit);
  return { _expands: [...expands], size: values.length, start, limit, isLastPage, _links: links, values };
}

function pageAddress(base: string, requestUrl: string, start: number, limit: number): string {
  const [path = '', query = ''] = requestUrl.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('start', String(start));
  parameters.set('limit', String(limit));
  return `${base}${path}?${parameters}`;
}
