interface PageFacts {
  readonly isLastPage: boolean;
  readonly start: number;
  readonly size: number;
}

/** Where the page after this one starts; undefined after the last. For `useInfiniteQuery`. */
export function nextStart(page: PageFacts): number | undefined {
  return page.isLastPage ? undefined : page.start + page.size;
}
