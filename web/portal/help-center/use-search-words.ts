import { useDeferredValue, useEffect, useEffectEvent, useState } from 'react';

/** Long enough that a word is not searched letter by letter, in milliseconds. */
const typingPauseMs = 250;

/** What is typed to search, and what is searched for: the words in the address, which follow when typing has paused. */
export function useSearchWords(q: string, onSearch: (q: string) => void) {
  const [typed, setTyped] = useState(q);
  const words = useDeferredValue(q);
  // back and forward change the address under us
  useEffect(() => setTyped(q), [q]);
  const search = useEffectEvent((text: string) => {
    if (text !== q) onSearch(text);
  });
  useEffect(() => {
    const text = typed.trim();
    const timer = setTimeout(() => search(text), text === '' ? 0 : typingPauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return { typed, words, setTyped, searchNow: () => onSearch(typed.trim()) };
}
