import { expect, test } from 'vitest';
import { documentOf } from '../../kit/rich-text/adf.ts';
import {
  type Draft,
  type DraftPlace,
  type DraftStorage,
  emptyDraft,
  readDraft,
  sweepDrafts,
  writeDraft,
} from './drafts.ts';

function memoryStorage(): DraftStorage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
  };
}

const reply: DraftPlace = { accountId: 'dana', requestKey: 'SUP-1', kind: 'reply' };
const draft: Draft = {
  document: documentOf('Dear Alice,'),
  files: [{ temporaryAttachmentId: 't1', fileName: 'a.png', sizeBytes: 9, uploadedAt: 0 }],
};
const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

test('a draft is read back as it was written', () => {
  const storage = memoryStorage();
  writeDraft(storage, reply, draft, 0);
  expect(readDraft(storage, reply, 1)).toEqual(draft);
});

test('an internal note never shows up as a reply to the customer, nor in another request or account', () => {
  const storage = memoryStorage();
  writeDraft(storage, { ...reply, kind: 'note' }, draft);
  expect(readDraft(storage, reply)).toEqual(emptyDraft);
  expect(readDraft(storage, { ...reply, kind: 'note', requestKey: 'SUP-2' })).toEqual(emptyDraft);
  expect(readDraft(storage, { ...reply, kind: 'note', accountId: 'eve' })).toEqual(emptyDraft);
});

test('an emptied draft is forgotten', () => {
  const storage = memoryStorage();
  writeDraft(storage, reply, draft);
  expect(storage.length).toBe(1);
  writeDraft(storage, reply, { document: documentOf('  \n'), files: [] });
  expect(storage.length).toBe(0);
});

test('after a day the text is kept and the uploads, which the server has forgotten, are not', () => {
  const storage = memoryStorage();
  writeDraft(storage, reply, draft, 0);
  writeDraft(storage, reply, draft, 20 * hourMs);
  expect(readDraft(storage, reply, 22 * hourMs)).toEqual(draft);
  expect(readDraft(storage, reply, 24 * hourMs)).toEqual({ document: draft.document, files: [] });
});

test('a draft from when drafts were plain text is read as it was meant', () => {
  const storage = memoryStorage();
  storage.setItem('portico.draft.dana.SUP-1.reply', '{"text":"Dear Alice,","files":[],"savedAt":0}');
  expect(readDraft(storage, reply, 1)).toEqual({ document: documentOf('Dear Alice,'), files: [] });
});

test('a draft is forgotten after 30 days', () => {
  const storage = memoryStorage();
  writeDraft(storage, reply, draft, 0);
  expect(readDraft(storage, reply, 31 * dayMs)).toEqual(emptyDraft);
  writeDraft(storage, { ...reply, kind: 'note' }, draft, 30 * dayMs);
  sweepDrafts(storage, 31 * dayMs);
  expect(storage.length).toBe(1);
});

test('sweeping leaves what is not a draft alone', () => {
  const storage = memoryStorage();
  storage.setItem('something-else', 'x');
  sweepDrafts(storage, 100 * dayMs);
  expect(storage.getItem('something-else')).toBe('x');
});

test('nonsense in the storage, or a storage that refuses, is an empty draft and no error', () => {
  const storage = memoryStorage();
  storage.setItem('portico.draft.dana.SUP-1.reply', '{"text":5,"document":{"type":"paragraph"}}');
  expect(readDraft(storage, reply)).toEqual(emptyDraft);
  const refusing: DraftStorage = {
    ...memoryStorage(),
    getItem: () => {
      throw new Error('SecurityError');
    },
    setItem: () => {
      throw new Error('QuotaExceededError');
    },
  };
  writeDraft(refusing, reply, draft);
  expect(readDraft(refusing, reply)).toEqual(emptyDraft);
});
