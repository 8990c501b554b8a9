/** What the JQL editor says. It is used by agents and administrators, in English. */
export const en = {
  placeholder: 'project = SUP AND status = Open ORDER BY created',
  help: 'Suggestions come while you type: arrow keys choose, Tab takes. Control and Space shows them again, Escape leaves the editor.',
  helpSubmit: 'Enter searches, Shift and Enter begins a new line.',
  suggestions: 'Suggestions',
  useSuggestion: 'Use {{text}}',
  problems_one: '{{count}} problem',
  problems_other: '{{count}} problems',
  kinds: {
    field: 'field',
    operator: 'operator',
    value: 'value',
    function: 'function',
    keyword: 'word',
  },
};
