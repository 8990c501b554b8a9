import { Transformer } from '@napi-rs/image';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createDeskWorld, type DeskWorld } from '../testing.ts';
import { pictureSize } from './picture-size.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
});
afterAll(() => world.close());

/** A picture whose left half is red and whose right half is blue. */
function twoHalves(width: number, height: number): Transformer {
  const pixels = new Uint8Array(width * height * 4);
  for (let index = 0; index < width * height; index += 1) {
    pixels.set(index % width < width / 2 ? [255, 0, 0, 255] : [0, 0, 255, 255], index * 4);
  }
  return Transformer.fromRgbaPixels(pixels, width, height);
}

/** The same JPEG, which says that the camera was held upright. */
function heldUpright(jpeg: Buffer): Buffer {
  const exif = Buffer.from('4578696600004d4d002a00000008000101120003000000010006000000000000', 'hex');
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
}

async function attached(fileName: string, content: Buffer) {
  const { people, raise, upload, ask } = world;
  const { key } = await raise({ values: { attachment: [await upload(people.reporter, fileName, content)] } });
  const { body } = await ask<{ values: { _portico: { id: string }; _links: { thumbnail?: string } }[] }>(
    people.reporter,
    'GET',
    `/rest/servicedeskapi/request/${key}/attachment`,
  );
  const [file] = body.values;
  return { key, id: file?._portico.id ?? '', thumbnail: file?._links.thumbnail };
}

/** The bytes of an answer, which `ask` would read as text. */
async function bytes(url: string, headers = {}) {
  const response = await world.app.inject({
    method: 'GET',
    url,
    headers: { ...world.people.reporter.headers, ...headers },
  });
  return { status: response.statusCode, headers: response.headers, content: response.rawPayload };
}

test('a large picture has a small one, which is made once and kept', async () => {
  const { id, key, thumbnail } = await attached('photo.png', await twoHalves(1000, 500).png());
  const path = new URL(thumbnail ?? '').pathname;
  expect(path).toMatch(/\/attachment\/\d+\/thumbnail$/);
  const first = await bytes(path);
  expect(first.status).toBe(200);
  expect(first.headers).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'private, no-cache',
    'content-security-policy': expect.stringContaining('sandbox'),
  });
  expect(await new Transformer(first.content).metadata()).toMatchObject({ width: 320, height: 160 });

  const { db, files } = world.platform;
  const row = await db
    .selectFrom('attachment')
    .select('thumbnail_key')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect((await files.head(row.thumbnail_key ?? '', 4)).toString('latin1', 1)).toBe('PNG');
  const again = await bytes(`/rest/api/2/attachment/thumbnail/${id}`);
  expect(again.content.equals(first.content)).toBe(true);
  const known = await bytes(path, { 'if-none-match': first.headers.etag });
  expect(known.status).toBe(304);

  const issue = await world.ask<{ fields: { attachment: { thumbnail?: string }[] } }>(
    world.people.agent,
    'GET',
    `/rest/api/3/issue/${key}?fields=attachment`,
  );
  expect(issue.body.fields.attachment[0]?.thumbnail).toContain(`/rest/api/3/attachment/thumbnail/${id}`);
});

test('a photo is turned as the camera was held, and says no more where it was taken', async () => {
  const { id } = await attached('photo.jpg', heldUpright(await twoHalves(800, 400).jpeg()));
  const { content, headers } = await bytes(`/rest/api/3/attachment/thumbnail/${id}`);
  expect(headers['content-type']).toBe('image/jpeg');
  const small = await new Transformer(content).metadata(true);
  expect([small.width, small.height, small.orientation]).toEqual([160, 320, undefined]);
  const [red, , blue] = await new Transformer(content).rawPixels();
  expect([red, blue]).toEqual([
    expect.toSatisfy((value) => value > 200),
    expect.toSatisfy((value) => value < 50),
  ]);
});

test('a small picture stays as large as it is', async () => {
  const { id } = await attached('dot.webp', await twoHalves(20, 10).webpLossless());
  const { content } = await bytes(`/rest/api/3/attachment/thumbnail/${id}`);
  expect(await new Transformer(content).metadata()).toMatchObject({ format: 'png', width: 20, height: 10 });
});

test('what is no picture, is broken, or would fill the memory has no small one', async () => {
  const { people } = world;
  const text = await attached('notes.txt', Buffer.from('some text'));
  expect(text.thumbnail).toBeUndefined();
  const whole = await twoHalves(400, 400).png();
  const broken = await attached('broken.png', whole.subarray(0, 200));
  const bomb = Buffer.from(whole);
  bomb.writeUInt32BE(60_000, 16);
  bomb.writeUInt32BE(60_000, 20);
  const huge = await attached('huge.png', bomb);
  for (const { id, key } of [text, broken, huge]) {
    const path = `/rest/servicedeskapi/request/${key}/attachment/${id}/thumbnail`;
    expect(await world.ask(people.reporter, 'GET', path)).toMatchObject({
      status: 404,
      body: { errorMessages: ['There is no small picture of this file.'] },
    });
  }
});

test('a picture is looked through once, however often and by how many it is asked for', async () => {
  const broken = await attached('broken.png', (await twoHalves(400, 400).png()).subarray(0, 200));
  const whole = await attached('whole.png', await twoHalves(900, 900).png());
  const read = vi.spyOn(world.platform.files, 'read');
  const { db } = world.platform;
  for (const { id } of [broken, whole]) {
    const { storage_key: original } = await db
      .selectFrom('attachment')
      .select('storage_key')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await Promise.all(Array.from({ length: 6 }, () => bytes(`/rest/api/3/attachment/thumbnail/${id}`)));
    await bytes(`/rest/api/3/attachment/thumbnail/${id}`);
    // Two are made at once.
    expect(read.mock.calls.filter(([key]) => key === original).length).toBeLessThanOrEqual(2);
  }
  read.mockRestore();
});

test('the size of a picture is read from its head, in every format', async () => {
  const picture = () => twoHalves(300, 200);
  const size = { width: 300, height: 200 };
  expect(pictureSize(await picture().png())).toEqual(size);
  expect(pictureSize(await picture().jpeg())).toEqual(size);
  expect(pictureSize(heldUpright(await picture().jpeg()))).toEqual(size);
  expect(pictureSize(await picture().webp(80))).toEqual(size);
  expect(pictureSize(await picture().webpLossless())).toEqual(size);
  expect(pictureSize(Buffer.from('GIF89a\x2c\x01\xc8\x00rest', 'latin1'))).toEqual(size);
  expect(pictureSize(Buffer.from('text'))).toBeNull();
  expect(pictureSize(Buffer.from([0xff, 0xd8, 0xff]))).toBeNull();
  expect(pictureSize(Buffer.alloc(0))).toBeNull();
});
