import type { Page } from '../platform/http/paging.ts';

/** How many items a list inside another resource shows; the rest is at the list's own address. */
export const nestedLimit = 50;

/**
 * The first page of a list, shown inside another resource because it was asked for with `expand`.
 *
 * @param address of the list itself
 * @param itemsPlusOne at most `nestedLimit + 1`
 */
export function nestedPage<Item>(
  siteAddress: string,
  address: string,
  itemsPlusOne: readonly Item[],
): Page<Item> {
  const isLastPage = itemsPlusOne.length <= nestedLimit;
  const values = itemsPlusOne.slice(0, nestedLimit);
  const next = `${address}?start=${nestedLimit}&limit=${nestedLimit}`;
  return {
    _expands: [],
    size: values.length,
    start: 0,
    limit: nestedLimit,
    isLastPage,
    _links: { self: address, base: siteAddress, context: '', ...(!isLastPage && { next }) },
    values,
  };
}
