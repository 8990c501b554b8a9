import { createRoot } from 'react-dom/client';
import { ConfirmItIsYou } from './confirm-it-is-you.tsx';
import { addConfirmStrings } from './strings.ts';

/** Asks the person, above whatever the page shows, to show that it is them. Returns whether they have. */
export async function askToConfirm(): Promise<boolean> {
  await addConfirmStrings();
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
