import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { usePageAccent } from '../../kit/accent.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { ErrorAlert, QueryState } from '../../kit/components/states.tsx';
import { Time } from '../../kit/components/time.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Button } from '../../kit/plain/button.tsx';
import { ConfirmDialog } from '../../kit/plain/confirm-dialog.tsx';
import { Page } from '../shell/page.tsx';
import { TokenForm } from './tokens-form.tsx';
import { TokenMade } from './tokens-made.tsx';
import classes from './tokens-page.module.css';
import { type MadeToken, type MyToken, myTokensQuery, revokeToken } from './tokens-queries.ts';
import { useScopeWords } from './tokens-strings.ts';

/** One's own API tokens: those there are, and making another. */
export function TokensPage() {
  const { t } = useTranslation('tokens');
  const queries = useQueryClient();
  const query = useQuery(myTokensQuery);
  const [isMaking, setIsMaking] = useState(false);
  const [made, setMade] = useState<MadeToken | null>(null);
  const [asked, setAsked] = useState<MyToken | null>(null);
  usePageAccent(null);
  const refresh = () => queries.invalidateQueries({ queryKey: myTokensQuery.queryKey });
  const revoking = useMutation({
    mutationFn: revokeToken,
    onSettled: () => {
      setAsked(null);
      return refresh();
    },
  });
  const { data } = query;
  return (
    <Page width="narrow">
      <PageTitle title={t('title')} />
      <p className={classes['text']}>{t('text')}</p>
      {revoking.error && <ErrorAlert error={revoking.error} />}
      <p role="status" className={classes['status']}>
        {revoking.isSuccess && t('revoked')}
      </p>
      {made && <TokenMade key={made.apiToken.id} made={made} onDone={() => setMade(null)} />}
      {!data ? (
        <QueryState query={query} lines={4} />
      ) : (
        <>
          {isMaking ? (
            <TokenForm
              choices={data}
              onMade={(token) => {
                setMade(token);
                setIsMaking(false);
                void refresh();
              }}
              onCancel={() => setIsMaking(false)}
            />
          ) : data.mayHaveTokens ? (
            <div>
              <Button
                variant={made ? 'default' : 'filled'}
                onClick={() => {
                  revoking.reset();
                  setMade(null);
                  setIsMaking(true);
                }}
              >
                {t('create')}
              </Button>
            </div>
          ) : (
            <p className={classes['text']}>{t('mayNot')}</p>
          )}
          {data.tokens.length > 0 ? (
            <ul className={classes['list']} aria-label={t('list')}>
              {data.tokens.map((token) => (
                <TokenItem key={token.id} token={token} onRevoke={() => setAsked(token)} />
              ))}
            </ul>
          ) : (
            data.mayHaveTokens && !isMaking && <p className={classes['text']}>{t('none')}</p>
          )}
        </>
      )}
      {asked && (
        <ConfirmDialog
          title={t('revokeTitle', { name: asked.name })}
          confirm={t('revoke')}
          cancel={t('cancel')}
          isDanger
          isBusy={revoking.isPending}
          onConfirm={() => {
            if (made?.apiToken.id === asked.id) setMade(null);
            revoking.mutate(asked.id);
          }}
          onCancel={() => setAsked(null)}
        >
          <p>{t('revokeText')}</p>
        </ConfirmDialog>
      )}
    </Page>
  );
}

function TokenItem({ token, onRevoke }: { token: MyToken; onRevoke: () => void }) {
  const { t } = useTranslation('tokens');
  const wordsOf = useScopeWords();
  const { name, scopes, createdAt, expiresAt, isExpired, lastUsedAt, lastAddress } = token;
  return (
    <li className={classes['item']}>
      <div className={classes['facts']}>
        <h2 className={classes['name']}>
          {name} {isExpired && <span className={classes['expired']}>{t('expired')}</span>}
        </h2>
        <p>{scopes.map(wordsOf).join(' · ')}</p>
        <p>
          {t('created')} <Time at={createdAt} /> · {isExpired ? t('expired') : t('expires')}{' '}
          <Time at={expiresAt} />
        </p>
        <p>
          {lastUsedAt ? (
            <>
              {t('used')} <Time at={lastUsedAt} />
              {lastAddress && ` ${t('usedFrom', { address: lastAddress })}`}
            </>
          ) : (
            t('unused')
          )}
        </p>
      </div>
      <Button size="sm" aria-label={t('revokeLabel', { name })} onClick={onRevoke}>
        {t('revoke')}
      </Button>
    </li>
  );
}
