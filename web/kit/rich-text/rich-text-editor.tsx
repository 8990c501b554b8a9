import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { RichTextFieldProps } from './editor-props.ts';
import { addRichTextStrings } from './words.ts';

async function load() {
  const [{ RichTextField: component }] = await Promise.all([
    import('./rich-text-field.tsx'),
    addRichTextStrings(),
  ]);
  return { default: component };
}

const RichTextField = lazy(load);

/** Fetches the editor's code before it is shown, where somebody is likely to write soon. */
export function preloadRichTextEditor(): void {
  // should it fail, showing the editor tries again
  load().catch(() => null);
}

/** Writes rich text, with a toolbar, by keyboard, and by pasting. Its code is loaded when it is first shown. */
export function RichTextEditor(props: RichTextFieldProps) {
  return (
    <Suspense fallback={<Skeleton height={150} radius="md" />}>
      <RichTextField {...props} />
    </Suspense>
  );
}
