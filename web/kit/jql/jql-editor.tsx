import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { JqlEditorProps } from './editor-props.ts';
import { addJqlStrings } from './words.ts';

const JqlField = lazy(async () => {
  const [{ JqlField: component }] = await Promise.all([import('./jql-field.tsx'), addJqlStrings()]);
  return { default: component };
});

/**
 * Writes JQL: coloured, completed, and checked while it is written. Its code is loaded when it is first shown.
 */
export function JqlEditor(props: JqlEditorProps) {
  return (
    <Suspense fallback={<Skeleton height={props.isLabelHidden ? 38 : 64} radius="md" />}>
      <JqlField {...props} />
    </Suspense>
  );
}
