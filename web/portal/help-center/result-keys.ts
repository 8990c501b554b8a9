/**
 * Moves the focus between the search box and the links below it: arrow down and up from one to the next, Escape back to the
 * box. Whether the key did something.
 */
export function moveAmongResults(
  key: string,
  box: HTMLInputElement | null,
  results: HTMLElement | null,
): boolean {
  if (key !== 'ArrowDown' && key !== 'ArrowUp' && key !== 'Escape') return false;
  const focused = document.activeElement;
  const links = [...(results?.querySelectorAll<HTMLElement>('a[href]') ?? [])];
  const at = focused instanceof HTMLElement ? links.indexOf(focused) : -1;
  // in the box itself, Escape and arrow up do what they do in a box
  if (focused === box ? key !== 'ArrowDown' : at < 0) return false;
  const next =
    key === 'Escape' || (key === 'ArrowUp' && at === 0) ? box : links[key === 'ArrowDown' ? at + 1 : at - 1];
  if (!next) return false;
  next.focus();
  return true;
}
