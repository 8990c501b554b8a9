import { type ReactNode, useState } from 'react';
import { VisuallyHidden } from '../plain/visually-hidden.tsx';

/** Tells those who listen to the page where something was moved. Render `region` once, and call `tell` after each move. */
export function useAnnounce(): { readonly region: ReactNode; readonly tell: (text: string) => void } {
  const [told, setTold] = useState('');
  return {
    region: (
      <div role="status">
        <VisuallyHidden>{told}</VisuallyHidden>
      </div>
    ),
    tell: setTold,
  };
}
