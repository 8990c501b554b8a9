import { lazy, Suspense } from 'react';
import { addCannedStrings } from '../../kit/canned-responses/words.ts';
import { Loading } from '../../kit/components/states.tsx';

const CannedResponses = lazy(async () => {
  const [{ CannedResponses: component }] = await Promise.all([
    import('../../kit/canned-responses/canned-responses.tsx'),
    addCannedStrings(),
  ]);
  return { default: component };
});

/** The canned responses of a desk, where it is administered. */
export function CannedResponsesTab({ deskId }: { deskId: string }) {
  return (
    <Suspense fallback={<Loading lines={5} />}>
      <CannedResponses deskId={deskId} />
    </Suspense>
  );
}
