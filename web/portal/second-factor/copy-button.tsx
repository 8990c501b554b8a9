import { useState } from 'react';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Button } from '../../kit/plain/button.tsx';

/** Copies, and says so. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation('second-factor');
  const [isCopied, setIsCopied] = useState(false);
  async function copy(): Promise<void> {
    // no clipboard without https; what is to be copied can be marked by hand
    await navigator.clipboard?.writeText(text).then(
      () => setIsCopied(true),
      () => setIsCopied(false),
    );
  }
  return (
    <Button size="sm" onClick={() => void copy()} aria-live="polite">
      {isCopied ? t('codes.copied') : label}
    </Button>
  );
}
