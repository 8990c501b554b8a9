import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { answer, api } from '../../../kit/api/client.ts';
import { useAccount } from '../../../kit/api/session.ts';
import { ErrorAlert } from '../../../kit/components/states.tsx';
import { useTranslation } from '../../../kit/i18n/use-translation.ts';
import { Button } from '../../../kit/plain/button.tsx';
import { TextArea } from '../../../kit/plain/field.tsx';
import { VisuallyHidden } from '../../../kit/plain/visually-hidden.tsx';
import type { CustomerRequest } from '../request-queries.ts';
import { feedbackQuery } from './beside-queries.ts';
import classes from './feedback.module.css';

const most = 5;

/** What the reporter thinks of how the request was handled: asked once it is resolved, and shown to whoever sees the request. */
export function Feedback({ request }: { request: CustomerRequest }) {
  const { t } = useTranslation('beside');
  const me = useAccount();
  const queries = useQueryClient();
  const query = feedbackQuery(request.issueKey);
  const { hasFeedback } = request._portico;
  // Asked for where there is some; what was given or taken back here is known before the request says so.
  const isKnown = queries.getQueryData(query.queryKey) != null;
  const known = useQuery({ ...query, enabled: hasFeedback || isKnown }).data;
  const given = known === undefined && !hasFeedback ? null : known;
  const [isChanging, setIsChanging] = useState(false);
  const [announcement, setAnnouncement] = useState('');
  const isMine = request.reporter.accountId === me.accountId;
  const withdraw = useMutation({
    mutationFn: () =>
      answer(
        api.DELETE('/rest/servicedeskapi/request/{issueIdOrKey}/feedback', {
          params: { path: { issueIdOrKey: request.issueKey } },
        }),
      ),
    async onSuccess() {
      setAnnouncement(t('feedback.takenBack'));
      queries.setQueryData(query.queryKey, null);
      await queries.invalidateQueries({ queryKey: ['request', request.issueKey], exact: true });
    },
  });
  if (given === undefined || (given === null && !isMine)) return null;
  return (
    <section aria-labelledby="feedback" className={classes['panel']}>
      <h2 id="feedback">{t(given && !isChanging ? 'feedback.given' : 'feedback.title')}</h2>
      {given && !isChanging ? (
        <>
          <Stars rating={given.rating} />
          {given.comment.body !== '' && <p className={classes['words']}>{given.comment.body}</p>}
          {withdraw.error && <ErrorAlert error={withdraw.error} />}
          {isMine && (
            <div className={classes['actions']}>
              <Button size="sm" isChange onClick={() => setIsChanging(true)}>
                {t('feedback.change')}
              </Button>
              <Button size="sm" isChange isBusy={withdraw.isPending} onClick={() => withdraw.mutate()}>
                {t('feedback.withdraw')}
              </Button>
            </div>
          )}
        </>
      ) : (
        <FeedbackForm
          requestKey={request.issueKey}
          before={given ? { rating: given.rating, words: given.comment.body } : null}
          onSent={() => {
            setIsChanging(false);
            setAnnouncement(t('feedback.thanks'));
          }}
          onCancel={given ? () => setIsChanging(false) : null}
        />
      )}
      <VisuallyHidden role="status">{announcement}</VisuallyHidden>
    </section>
  );
}

interface FeedbackFormProps {
  readonly requestKey: string;
  readonly before: { readonly rating: number; readonly words: string } | null;
  readonly onSent: () => void;
  readonly onCancel: (() => void) | null;
}

function FeedbackForm({ requestKey, before, onSent, onCancel }: FeedbackFormProps) {
  const { t } = useTranslation('beside');
  const queries = useQueryClient();
  const [rating, setRating] = useState(before?.rating ?? 0);
  const [words, setWords] = useState(before?.words ?? '');
  const [isMissing, setIsMissing] = useState(false);
  const send = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/rest/servicedeskapi/request/{issueIdOrKey}/feedback', {
          params: { path: { issueIdOrKey: requestKey } },
          body: { rating, comment: { body: words } },
        }),
      ),
    async onSuccess(given) {
      queries.setQueryData(feedbackQuery(requestKey).queryKey, given);
      onSent();
      await queries.invalidateQueries({ queryKey: ['request', requestKey], exact: true });
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (send.isPending) return;
    setIsMissing(rating === 0);
    if (rating > 0) send.mutate();
  }
  return (
    <form className={classes['form']} onSubmit={submit} noValidate>
      <p>{t('feedback.text')}</p>
      <fieldset className={classes['stars']} aria-describedby={isMissing ? 'feedback-missing' : undefined}>
        <legend>
          <VisuallyHidden>{t('feedback.stars')}</VisuallyHidden>
        </legend>
        {Array.from({ length: most }, (_, at) => at + 1).map((star) => {
          const Icon = star <= rating ? IconStarFilled : IconStar;
          return (
            <label key={star} data-on={star <= rating || undefined}>
              <input
                type="radio"
                name="rating"
                value={star}
                checked={star === rating}
                onChange={() => {
                  setRating(star);
                  setIsMissing(false);
                }}
              />
              <Icon size={32} stroke={1.5} aria-hidden="true" />
              <VisuallyHidden>{t('feedback.star', { count: star })}</VisuallyHidden>
            </label>
          );
        })}
      </fieldset>
      {isMissing && (
        <p id="feedback-missing" className={classes['missing']} role="alert">
          {t('feedback.missing')}
        </p>
      )}
      {(rating > 0 || words !== '') && (
        <TextArea
          label={t('feedback.comment')}
          rows={3}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      {send.error && <ErrorAlert error={send.error} />}
      <div className={classes['actions']}>
        <Button type="submit" size="sm" variant="filled" isBusy={send.isPending}>
          {t('feedback.send')}
        </Button>
        {onCancel && (
          <Button size="sm" onClick={onCancel}>
            {t('people.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}

function Stars({ rating }: { rating: number }) {
  const { t } = useTranslation('beside');
  return (
    <div className={classes['given']}>
      {Array.from({ length: most }, (_, at) => at + 1).map((star) => {
        const Icon = star <= rating ? IconStarFilled : IconStar;
        return <Icon key={star} size={22} stroke={1.5} aria-hidden="true" />;
      })}
      <VisuallyHidden>{t('feedback.of', { rating })}</VisuallyHidden>
    </div>
  );
}
