import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { tags } from '@lezer/highlight';
import { advance, type Place, type Role, start } from './grammar.ts';
import { type Token, tokenize } from './tokens.ts';

const styleOf: Record<Role, string> = {
  field: 'propertyName',
  operator: 'operator',
  keyword: 'keyword',
  value: 'string',
  function: 'labelName',
  text: 'content',
  bracket: 'bracket',
};

interface LineState {
  place: Place;
  /** the line that was taken apart, and its tokens */
  line: string;
  tokens: readonly Token[];
}

const language = StreamLanguage.define<LineState>({
  name: 'jql',
  startState: () => ({ place: start, line: '', tokens: [] }),
  copyState: (state) => ({ ...state }),
  token(stream, state) {
    if (state.line !== stream.string) {
      state.line = stream.string;
      state.tokens = tokenize(stream.string);
    }
    const index = state.tokens.findIndex(({ end }) => end > stream.pos);
    const token = state.tokens[index];
    if (!token) {
      stream.skipToEnd();
      return null;
    }
    if (token.start > stream.pos) {
      stream.pos = token.start;
      return null;
    }
    stream.pos = token.end;
    const [place, role] = advance(state.place, token);
    state.place = place;
    const isCalled = place.name !== '' && state.tokens[index + 1]?.kind === 'open';
    return styleOf[isCalled ? 'function' : role];
  },
  languageData: { closeBrackets: { brackets: ['(', '"', "'"] } },
});

/** Colours for the pieces of a query, by classes that the style sheet knows. */
export function highlighting(): Extension {
  const style = HighlightStyle.define([
    { tag: tags.propertyName, class: 'jql-field' },
    { tag: tags.operator, class: 'jql-operator' },
    { tag: tags.keyword, class: 'jql-keyword' },
    { tag: tags.string, class: 'jql-value' },
    { tag: tags.labelName, class: 'jql-function' },
  ]);
  return [language, syntaxHighlighting(style)];
}
