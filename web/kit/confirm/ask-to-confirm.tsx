import { createRoot } from 'react-dom/client';
import { ConfirmItIsYou } from './confirm-it-is-you.tsx';

/** Asks the person, above whatever the page shows, to show that it is them. Returns whether they have. */
export function askToConfirm(): Promise<boolean> {
  const place = document.createElement('div');
  document.body.append(place);
  const root = createRoot(place);
  return new Promise((resolve) => {
    root.render(
      <ConfirmItIsYou
        onEnd={(isConfirmed) => {
          root.unmount();
          place.remove();
          resolve(isConfirmed);
        }}
      />,
    );
  });
}
