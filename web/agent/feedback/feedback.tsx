import { Text } from '@mantine/core';
import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../kit/api/api-error.ts';
import { answer, api } from '../../kit/api/client.ts';
import classes from './feedback.module.css';

async function fetchFeedback(issueIdOrKey: string, signal: AbortSignal) {
  try {
    return await answer(
      api.GET('/rest/servicedeskapi/request/{issueIdOrKey}/feedback', {
        params: { path: { issueIdOrKey } },
        signal,
      }),
    );
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  }
}

/** What the reporter thinks of how the request was handled; null: they have not said. */
export function feedbackQuery(requestKey: string) {
  return queryOptions({
    queryKey: ['request', requestKey, 'feedback'],
    queryFn: ({ signal }) => fetchFeedback(requestKey, signal),
  });
}

/** The stars and the words of the reporter; nothing where there are none. */
export function Feedback({ requestKey }: { requestKey: string }) {
  const { t } = useTranslation('agent');
  const feedback = useQuery(feedbackQuery(requestKey)).data;
  if (!feedback) return null;
  const { rating, comment } = feedback;
  return (
    <section className={classes['feedback']} aria-label={t('feedback.title')}>
      <div className={classes['stars']} role="img" aria-label={t('feedback.stars', { count: rating })}>
        {[1, 2, 3, 4, 5].map((star) =>
          star <= rating ? (
            <IconStarFilled key={star} size={16} aria-hidden="true" />
          ) : (
            <IconStar key={star} size={16} aria-hidden="true" />
          ),
        )}
      </div>
      <Text size="xs" c="dimmed">
        {t('feedback.title')}
      </Text>
      {comment.body === '' ? null : <blockquote>{comment.body}</blockquote>}
    </section>
  );
}
