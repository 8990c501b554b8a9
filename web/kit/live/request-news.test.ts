import { expect, test } from 'vitest';
import { newsOfRequest } from './request-news.ts';

const desk = ['service-desk:1'];

test.each([
  ['a change may have been missed', null, 'changed'],
  [
    'its own change',
    { kind: 'comment.added', topics: ['request:7', ...desk], payload: { requestId: '7' } },
    'changed',
  ],
  ['its end', { kind: 'request.deleted', topics: ['account:a'], payload: { requestId: '7' } }, 'deleted'],
  [
    'the end of another',
    { kind: 'request.deleted', topics: ['account:a'], payload: { requestId: '77' } },
    null,
  ],
  ['the change of another', { kind: 'request.changed', topics: desk, payload: { requestId: '77' } }, null],
  ['another workflow', { kind: 'workflow.changed', topics: desk, payload: { workflowId: '7' } }, 'workflow'],
])('the page of a request hears of %s', (_, change, news) => {
  expect(newsOfRequest(change, '7')).toBe(news);
});
