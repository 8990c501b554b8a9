import { useEffect, useRef, useState } from 'react';
import { useAccount } from '../../kit/api/session.ts';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { newsBetween, type Snapshot } from './news.ts';

/** What the page uses of a page of comments as the API shows it. */
export interface CommentPage {
  readonly values: readonly {
    readonly id: string;
    readonly body: string;
    readonly author: {
      readonly accountId: string;
      readonly displayName: string;
      readonly _portico: { readonly isAgent: boolean };
    };
    readonly created: { readonly iso8601: string };
    readonly _portico: { readonly document: unknown };
    readonly attachments?:
      | {
          readonly values: readonly {
            readonly filename: string;
            readonly size: number;
            readonly mimeType: string;
            readonly _links: { readonly content: string };
          }[];
        }
      | undefined;
  }[];
}

interface NewsItem {
  readonly id: number;
  readonly text: string;
}

/** Sentences about what others have changed while the page is open, for screen readers; the latest few. */
export function useNews(
  request: { currentStatus: { status: string } } | undefined,
  pages: readonly CommentPage[] | undefined,
): readonly NewsItem[] {
  const { t } = useTranslation('request');
  const { accountId } = useAccount();
  const before = useRef<Snapshot | null>(null);
  const counter = useRef(0);
  const [news, setNews] = useState<readonly NewsItem[]>([]);
  const status = request?.currentStatus.status;

  useEffect(() => {
    if (status === undefined || !pages) return;
    const comments = pages.flatMap((page) => page.values);
    const now: Snapshot = {
      status,
      comments: comments.map(({ id, author }) => ({
        id,
        author: author.displayName,
        isMine: author.accountId === accountId,
      })),
    };
    const sentences = newsBetween(before.current, now).map((item) =>
      item.kind === 'status'
        ? t('statusNow', { status: item.status })
        : t('newMessage', { name: item.author }),
    );
    before.current = now;
    if (sentences.length === 0) return;
    const items = sentences.map((text) => {
      counter.current += 1;
      return { id: counter.current, text };
    });
    setNews((told) => [...told, ...items].slice(-5));
  }, [status, pages, accountId, t]);

  return news;
}
