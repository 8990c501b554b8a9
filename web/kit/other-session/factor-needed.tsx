import { useState } from 'react';
import { ApiError } from '../api/api-error.ts';
import { answer, api } from '../api/client.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { Button } from '../plain/button.tsx';
import { Note } from '../plain/note.tsx';

/** A portal that wants a second factor, which the session came without: the way to show it, and back to this page. */
export function FactorNeeded() {
  const { t } = useTranslation('other-session');
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function begin(): Promise<void> {
    setIsBusy(true);
    setProblem(null);
    const { pathname, search, hash } = window.location;
    try {
      const { url } = await answer(
        api.POST('/rest/portico/1/session/second-factor', {
          body: { destination: pathname + search + hash },
        }),
      );
      if (url === pathname + search + hash) window.location.reload();
      else window.location.assign(url);
    } catch (error) {
      setIsBusy(false);
      setProblem(error instanceof ApiError && error.status > 0 ? error.message : t('factor.failed'));
    }
  }
  return (
    <Note tone="info" title={t('factor.title')} role="alert">
      <p>{t('factor.text')}</p>
      {problem !== null && <p role="alert">{problem}</p>}
      <Button variant="filled" isBusy={isBusy} onClick={() => void begin()}>
        {t('factor.action')}
      </Button>
    </Note>
  );
}
