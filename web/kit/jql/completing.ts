import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  pickedCompletion,
  startCompletion,
} from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import type { QueryClient } from '@tanstack/react-query';
import { type CursorPlace, placeAt } from './cursor-place.ts';
import { catalogueQuery, type JqlCatalogue, suggestionsQuery } from './jql-help.ts';
import { fieldNamed, fitting, type Offer, offersAt, valueOffers } from './offers.ts';

const valuePlaces = new Set(['value', 'listValue', 'was', 'predicateValue']);

/** How long typing must pause before values are asked for, in milliseconds. */
const pauseMs = 120;

/** Offers what may be written where the cursor stands. */
export function completing(queries: QueryClient, kindWords: Readonly<Record<Offer['kind'], string>>) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const place = placeAt(context.state.doc.toString(), context.pos);
    if (!context.explicit && place.typed === '' && !followsSpace(context)) return null;
    const catalogue = await queries.ensureQueryData(catalogueQuery).catch(() => null);
    if (!catalogue || context.aborted) return null;
    const values = await valuesAt(queries, place, catalogue, context);
    if (context.aborted) return null;
    const others = place.isQuoted && valuePlaces.has(place.expected) ? [] : offersAt(place, catalogue);
    const offers = [...values, ...others];
    // what is written already in full needs no list
    if (offers.length === 1 && offers[0]?.text.toLowerCase() === written(context, place).toLowerCase())
      return null;
    return {
      from: place.from,
      options: offers.slice(0, 60).map((offer) => completionOf(offer, place, kindWords)),
      filter: false,
    };
  };
}

function written({ state }: CompletionContext, { from, to }: CursorPlace): string {
  return state.sliceDoc(from, to);
}

function followsSpace({ state, pos }: CompletionContext): boolean {
  return pos === 0 || /[\s(,]/.test(state.sliceDoc(pos - 1, pos));
}

async function valuesAt(
  queries: QueryClient,
  place: CursorPlace,
  catalogue: JqlCatalogue,
  context: CompletionContext,
): Promise<Offer[]> {
  if (!valuePlaces.has(place.expected)) return [];
  const isHistory = place.expected === 'predicateValue' || place.predicate !== '';
  const predicate = (['by', 'from', 'to'] as const).find((word) => word === place.predicate) ?? '';
  if (isHistory && predicate === '') return [];
  const field = fieldNamed(catalogue, place.field);
  if (!field || (!field.hasSuggestions && place.predicate !== 'by')) return [];
  const query = suggestionsQuery(place.field, place.typed, isHistory ? predicate : '');
  if (queries.getQueryData(query.queryKey) === undefined) {
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    if (context.aborted) return [];
  }
  const values = await queries.fetchQuery(query).catch(() => []);
  return fitting(valueOffers(values), place.typed);
}

function completionOf(
  offer: Offer,
  place: CursorPlace,
  kindWords: Readonly<Record<Offer['kind'], string>>,
): Completion {
  return {
    label: offer.label,
    detail: kindWords[offer.kind],
    type: offer.kind,
    apply(view: EditorView, completion: Completion, from: number, to: number) {
      // the rest of the word in which the cursor stands goes too, but no text behind a quote that was never closed
      const rest = view.state.sliceDoc(to, place.to);
      const end = place.to > to && !/\s/.test(rest.replace(/^[^"']*["']$/, '')) ? place.to : to;
      const isNestedNext = offer.back > 0 || /^\s/.test(view.state.sliceDoc(end, end + 1));
      const isInList = place.expected === 'listValue';
      const text = isNestedNext || isInList ? offer.text : `${offer.text} `;
      view.dispatch({
        changes: { from, to: end, insert: text },
        selection: { anchor: from + text.length - offer.back },
        annotations: pickedCompletion.of(completion),
        userEvent: 'input.complete',
      });
      if (!isInList || offer.back > 0) startCompletion(view);
    },
  };
}
