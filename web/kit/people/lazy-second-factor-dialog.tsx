import { lazy, Suspense } from 'react';
import type { SecondFactorDialogProps } from './second-factor-dialog.tsx';

const Loaded = lazy(async () => {
  const [{ SecondFactorDialog: component }, { addPersonSecurityStrings }] = await Promise.all([
    import('./second-factor-dialog.tsx'),
    import('./strings.ts'),
  ]);
  await addPersonSecurityStrings();
  return { default: component };
});

/** The second factors of somebody else, and helping them; its code and words come when it is opened. */
export function SecondFactorDialog(props: SecondFactorDialogProps) {
  return (
    <Suspense fallback={null}>
      <Loaded {...props} />
    </Suspense>
  );
}
