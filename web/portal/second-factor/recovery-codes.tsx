import { useEffect, useRef } from 'react';
import { useSiteName } from '../../kit/api/session.ts';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Button, buttonClass } from '../../kit/plain/button.tsx';
import { CopyButton } from './copy-button.tsx';
import classes from './second-factor.module.css';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly owner: string;
  readonly onDone: () => void;
}

/** Recovery codes, the one time that they are shown. */
export function RecoveryCodes({ codes, owner, onDone }: RecoveryCodesProps) {
  const { t } = useTranslation('second-factor');
  const siteName = useSiteName();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const file = `${t('codes.fileTitle', { site: siteName, name: owner })}\n\n${codes.join('\n')}\n`;
  return (
    <div className={classes['step']} data-print>
      <h2 ref={heading} tabIndex={-1} className={classes['heading']}>
        {t('codes.title')}
      </h2>
      <p className={classes['text']}>{t('codes.text')}</p>
      <ul className={classes['codes']}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className={classes['keep']}>
        <CopyButton text={codes.join('\n')} label={t('codes.copy')} />
        <a
          className={buttonClass({ size: 'sm' })}
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`}
          download={t('codes.fileName')}
        >
          {t('codes.download')}
        </a>
        <Button size="sm" onClick={() => window.print()}>
          {t('codes.print')}
        </Button>
      </div>
      <Button variant="filled" onClick={onDone}>
        {t('codes.done')}
      </Button>
    </div>
  );
}
