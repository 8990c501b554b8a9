import { lazy, Suspense } from 'react';
import { RichText as PlainText } from '../components/rich-text.tsx';
import { type AdfDocument, type AdfNode, asDocument } from './adf.ts';

const RichText = lazy(async () => ({ default: (await import('./rich-text.tsx')).RichText }));

/**
 * A rich text on pages that must be small: its plain text at once, and how it was written when the code for it has come. Most
 * of what customers write is plain, and needs none.
 */
export function LazyRichText({ document, text }: { document: unknown; text: string }) {
  const rich = asDocument(document);
  if (!rich || isPlain(rich)) return <PlainText text={text} />;
  return (
    <Suspense fallback={<PlainText text={text} />}>
      <RichText document={rich} />
    </Suspense>
  );
}

function isPlain({ content }: AdfDocument): boolean {
  return content.every(
    ({ type, content: inline }: AdfNode) =>
      type === 'paragraph' &&
      (inline ?? []).every((node) => node.type === 'hardBreak' || (node.type === 'text' && !node.marks)),
  );
}
