import { expect, test } from 'vitest';
import { sniffedBytes, sniffMediaType } from './media-type.ts';

test.each([
  ['text', Buffer.from('plain words\n'), 'text/plain'],
  ['nothing', Buffer.alloc(0), 'text/plain'],
  ['HTML', Buffer.from('<!doctype html><script>1</script>'), 'text/plain'],
  ['a coloured log', Buffer.from('\u001b[31merror\u001b[0m\n'), 'text/plain'],
  [
    'text that is cut in a character',
    Buffer.from(`${'x'.repeat(sniffedBytes - 1)}ä`).subarray(0, sniffedBytes),
    'text/plain',
  ],
  ['bytes', Buffer.from([1, 2, 3, 0, 255]), 'application/octet-stream'],
  ['Latin-1', Buffer.from([0x48, 0xe4, 0x20, 0x48]), 'application/octet-stream'],
  ['a PDF', Buffer.from('%PDF-1.7\n'), 'application/pdf'],
  ['a program', Buffer.from([0x4d, 0x5a, 0x90, 0]), 'application/x-msdownload'],
  ['half a PNG', Buffer.from('89504e470d0a1a0a', 'hex'), expect.stringMatching(/octet-stream|png/)],
])('%s is told by its first bytes', async (_, head, type) => {
  expect(await sniffMediaType(head)).toEqual(type);
});
