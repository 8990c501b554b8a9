import { expect, test } from 'vitest';
import { clearDraft, type DraftStorage, draftKey, emptyDraft, readDraft, writeDraft } from './drafts.ts';

function memory(): DraftStorage & { readonly items: Map<string, string> } {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

const hourMs = 60 * 60 * 1000;
const file = { temporaryAttachmentId: 't1', fileName: 'a.png', sizeBytes: 3 };
const draft = { values: { summary: 'Printer', description: 'It\nbeeps' }, files: [file] };
const key = draftKey('alice', 'request-type:1');

test('what was typed is read back as it was', () => {
  const storage = memory();
  expect(writeDraft(storage, key, draft, 0)).toBe(true);
  expect(readDraft(storage, key, hourMs)).toEqual(draft);
});

test('the next person at this tab does not read it', () => {
  const storage = memory();
  writeDraft(storage, key, draft);
  expect(readDraft(storage, draftKey('bob', 'request-type:1'))).toEqual(emptyDraft);
});

test('an emptied form leaves nothing behind', () => {
  const storage = memory();
  writeDraft(storage, key, draft);
  expect(writeDraft(storage, key, { values: { summary: '' }, files: [] })).toBe(false);
  expect(storage.items.size).toBe(0);
  writeDraft(storage, key, draft);
  clearDraft(storage, key);
  expect(storage.items.size).toBe(0);
});

test('uploads that the server has forgotten are left out, the words stay', () => {
  const storage = memory();
  writeDraft(storage, key, draft, 0);
  writeDraft(storage, key, draft, 22 * hourMs);
  expect(readDraft(storage, key, 22.5 * hourMs)).toEqual(draft);
  expect(readDraft(storage, key, 23.5 * hourMs)).toEqual({ ...draft, files: [] });
});

test('a file that is added when all others were removed counts from then', () => {
  const storage = memory();
  writeDraft(storage, key, draft, 0);
  writeDraft(storage, key, { ...draft, files: [] }, 10 * hourMs);
  writeDraft(storage, key, draft, 20 * hourMs);
  expect(readDraft(storage, key, 30 * hourMs).files).toEqual([file]);
});

test('nonsense in the storage, or a storage that refuses, is an empty draft and no error', () => {
  const storage = memory();
  for (const nonsense of [
    '',
    'x',
    'null',
    '[]',
    '{"values":1,"files":{}}',
    '{"values":{"a":1},"files":[1,null]}',
  ]) {
    storage.items.set(key, nonsense);
    expect(readDraft(storage, key)).toEqual(emptyDraft);
  }
  const refuse = () => {
    throw new Error('QuotaExceededError');
  };
  const refusing: DraftStorage = { getItem: refuse, setItem: refuse, removeItem: refuse };
  expect(readDraft(refusing, key)).toEqual(emptyDraft);
  expect(writeDraft(refusing, key, draft)).toBe(false);
  expect(() => clearDraft(refusing, key)).not.toThrow();
});
