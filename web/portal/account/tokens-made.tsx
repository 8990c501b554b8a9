import { useEffect, useRef, useState } from 'react';
import { useAccount } from '../../kit/api/session.ts';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Button } from '../../kit/plain/button.tsx';
import { Note } from '../../kit/plain/note.tsx';
import classes from './tokens-page.module.css';
import type { MadeToken } from './tokens-queries.ts';

/** A token that was just made: shown once, to be copied. */
export function TokenMade({ made, onDone }: { made: MadeToken; onDone: () => void }) {
  const { t } = useTranslation('tokens');
  const { emailAddress } = useAccount();
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => note.current?.focus(), []);
  return (
    <Note ref={note} tone="success" title={t('made.title', { name: made.apiToken.name })} tabIndex={-1}>
      <p>{t('made.text')}</p>
      <Copyable label={t('made.token')} value={made.token} />
      {emailAddress && <Copyable label={t('made.userName')} value={emailAddress} />}
      <p>{t('made.use')}</p>
      <pre className={classes['example']}>
        {`curl -H "Authorization: Bearer $TOKEN" ${window.location.origin}/rest/api/3/myself`}
      </pre>
      <div className={classes['actions']}>
        <Button onClick={onDone}>{t('made.done')}</Button>
      </div>
    </Note>
  );
}

function Copyable({ label, value }: { label: string; value: string }) {
  const { t } = useTranslation('tokens');
  const [isCopied, setIsCopied] = useState(false);
  const text = useRef<HTMLElement>(null);
  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setIsCopied(true);
    } catch {
      // over plain http browsers do not let pages copy: then it is marked, to be copied with the keyboard
      if (text.current) window.getSelection()?.selectAllChildren(text.current);
    }
  }
  return (
    <div className={classes['copyable']}>
      <span>{label}</span>
      <code ref={text}>{value}</code>
      <Button size="sm" aria-label={`${t('made.copy')}: ${label}`} onClick={() => void copy()}>
        {isCopied ? t('made.copied') : t('made.copy')}
      </Button>
    </div>
  );
}
