import { createRoot } from 'react-dom/client';
import type { paths } from '../api/schema.d.ts';
import { forgetSeenAs, setReadOnlyHint } from '../api/seen-as.ts';
import { languageFor } from '../i18n/language.ts';
import { SeenAsBar } from './bar.tsx';
import { SeenAsOver } from './over.tsx';
import { fill, words } from './words.ts';

type State =
  paths['/rest/portico/1/impersonation/{id}']['get']['responses']['200']['content']['application/json'];

/** setTimeout takes no more, and needs no more here. */
const longestMs = 24 * 3_600_000;

/**
 * Puts the banner over the page before anything of it is shown, or, where it is over, says so in place of the page.
 *
 * @param root where the page would be shown
 * @returns whether the page is to be shown
 * @throws Error when the server was not reached
 */
export async function beginSeenAs(root: HTMLElement, id: string): Promise<boolean> {
  // as the administrator: without the header
  const response = await fetch(address(id), { headers: { accept: 'application/json' } });
  const isKnown = response.ok;
  if (!isKnown && ![401, 403, 404].includes(response.status))
    throw new Error('Whose portal it is was not said');
  const state = isKnown ? ((await response.json()) as State) : null;
  const language = languageFor([state?.locale, ...navigator.languages]);
  const said = words[language];
  if (!state || state.endedAt !== null) {
    document.documentElement.lang = language;
    createRoot(root).render(
      <SeenAsOver
        words={said}
        name={state?.person.displayName ?? null}
        why={said.why[state?.endReason ?? 'unknown']}
        onLeave={() => leave(state)}
      />,
    );
    return false;
  }
  const { person, organizations, until } = state;
  const name = [person.displayName, ...(organizations.length > 0 ? [`(${organizations.join(', ')})`] : [])];
  keepInNewTabs(id);
  setReadOnlyHint(fill(said.hint, { name: person.displayName }));
  const now = Date.parse(response.headers.get('date') ?? '') || Date.now();
  // a moment later, so that the server agrees; then this page begins anew, and says that it is over
  const leftMs = Math.min(longestMs, Date.parse(until) - now + 1_500);
  setTimeout(() => window.location.reload(), Math.max(1_000, leftMs));
  const place = document.createElement('div');
  place.lang = language;
  // the banner stays in sight for as long as there is a page under it
  place.style.display = 'contents';
  root.before(place);
  createRoot(place).render(
    <SeenAsBar
      words={said}
      name={name.join(' ')}
      until={timeOfDay(until, language)}
      onEnd={() => end(id, state)}
    />,
  );
  return true;
}

/**
 * A new tab keeps nothing of this one, and would be the administrator's own: links that are opened in one say whose page it
 * is. What was put into a link stays there; in this tab it says nothing new.
 */
function keepInNewTabs(id: string): void {
  const mark = (event: MouseEvent) => {
    const isElsewhere =
      event.type === 'contextmenu' || event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey;
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    if (!isElsewhere || !link || link.origin !== window.location.origin) return;
    if (link.hash === '' && !link.pathname.startsWith('/rest/')) link.hash = `as=${id}`;
  };
  for (const type of ['mousedown', 'contextmenu'] as const) document.addEventListener(type, mark, true);
}

function address(id: string): string {
  return `/rest/portico/1/impersonation/${encodeURIComponent(id)}`;
}

/** @throws Error when it could not be ended */
async function end(id: string, state: State): Promise<void> {
  const { ok, status } = await fetch(address(id), { method: 'DELETE' });
  // over already, or not this session's any more: as well
  if (!ok && ![401, 403, 404, 409].includes(status)) throw new Error('It was not ended');
  leave(state);
}

/** As the browser's region writes it: 15:40, or 3:40 pm. */
function timeOfDay(at: string, language: string): string {
  const locale = navigator.languages.find((tag) => tag.split('-')[0] === language) ?? language;
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(Date.parse(at));
}

function leave(state: State | null): void {
  forgetSeenAs();
  const query = state ? `?${new URLSearchParams({ query: state.person.displayName })}` : '';
  window.location.assign(`/admin/people${query}`);
}
