import { newCase } from '@asylia/cases';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Imported } from '../src/import/gather.ts';
import { gather } from '../src/import/gather.ts';
import { limits } from '../src/import/limits.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const template = (): Record<string, Uint8Array> =>
  Object.fromEntries([...newCase('my-crisis')].map(([name, text]) => [name, bytes(text)]));
const under = (folder: string, files: Record<string, Uint8Array>) =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [folder + name, content]));

const imported = (path: string, content: Uint8Array): Imported => ({
  path,
  file: new Blob([content as Uint8Array<ArrayBuffer>]),
});
const asFiles = (files: Record<string, Uint8Array>) =>
  Object.entries(files).map(([path, content]) => imported(path, content));
const asZip = (files: Record<string, Uint8Array>) => [imported('case.zip', zipSync(files))];

async function gathered(list: readonly Imported[], own = limits) {
  const outcome = await gather(list, own);
  if ('faults' in outcome) throw new Error(JSON.stringify(outcome.faults));
  return outcome.answer;
}
async function refusal(list: readonly Imported[], own = limits) {
  const outcome = await gather(list, own);
  if ('answer' in outcome) throw new Error('it was accepted');
  return outcome.faults[0]!;
}

/** What a case reads: all of the template but its README. */
const { 'README.md': _, ...whatIsRead } = template();

describe('a case is found', () => {
  test.each([
    ['as files', asFiles(template())],
    ['as a folder', asFiles(under('my-crisis/', template()))],
    ['as a zip of its files', asZip(template())],
    ['as a zip of its folder', asZip(under('my-crisis/', template()))],
    ['as a zip of a folder in a folder', asZip(under('a/b/', template()))],
    ['as a zip made under Windows', asZip(under('my-crisis\\', template()))],
    [
      'beside what systems add',
      asZip({
        ...under('my-crisis/', template()),
        ...under('__MACOSX/my-crisis/._', template()),
        '.DS_Store': bytes('x'),
      }),
    ],
  ])('%s', async (_name, list) => {
    const { files } = await gathered(list);
    expect(Object.keys(files).sort()).toEqual(Object.keys(whatIsRead).sort());
    expect(files['places.csv']).toEqual(whatIsRead['places.csv']);
  });

  test('and what is not read is named', async () => {
    const { leftOut } = await gathered(
      asZip({ ...template(), 'old/places.csv': bytes('x'), 'picture.png': bytes('x') }),
    );
    expect(leftOut).toEqual(['README.md', 'old/places.csv', 'picture.png']);
  });

  test('without its descriptor, so that the check can name what is missing', async () => {
    const { 'datapackage.json': gone, ...others } = template();
    expect(gone).toBeDefined();
    const { files } = await gathered(asZip(under('my-crisis/', others)));
    expect(Object.keys(files)).toContain('places.csv');
  });
});

describe('what is too much is refused with words', () => {
  test('a file of 200 MB, before any of it is read', async () => {
    let read = 0;
    const file = {
      size: 200 * 1024 * 1024,
      slice: () => ++read,
      arrayBuffer: () => ++read,
    } as unknown as Blob;
    for (const path of ['places.csv', 'case.zip']) {
      const fault = await refusal([{ path, file }]);
      expect(fault).toMatchObject({ code: 'tooLarge', file: path, received: '200 MB' });
      expect(fault.expected).toMatch(/at most (25|100) MB/);
      expect(fault.fix).not.toBe('');
    }
    expect(read).toBe(0);
  });

  test('an archive that unpacks to hundreds of times its size', async () => {
    const fault = await refusal(asZip({ ...template(), 'places.csv': new Uint8Array(30e6) }));
    expect(fault).toMatchObject({ code: 'tooLarge', file: 'case.zip' });
    expect(fault.expected).toContain('200 times');
  });

  test('an archive that says less of itself than it holds', async () => {
    const archive = zipSync({ 'places.csv': new Uint8Array(30e6) });
    // The size before packing stands at byte 22 of the first header, and in the directory.
    new DataView(archive.buffer).setUint32(22, 10, true);
    expect(await refusal([imported('case.zip', archive)])).toMatchObject({ code: 'tooLarge' });
  });

  test('a file above its limit inside an archive', async () => {
    const own = { ...limits, fileBytes: 5000 };
    const long = bytes(Array.from({ length: 2000 }, (_one, i) => `${i * i}`).join(','));
    expect(await refusal(asZip({ ...template(), 'places.csv': long }), own)).toMatchObject({
      code: 'tooLarge',
      file: 'places.csv',
    });
  });

  test('all files together', async () => {
    const own = { ...limits, allBytes: 1000 };
    expect((await refusal(asFiles(template()), own)).code).toBe('tooLarge');
    expect((await refusal(asZip(template()), own)).code).toBe('tooLarge');
  });

  test('too many files', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 2001 }, (_one, i) => [`x${i}.txt`, new Uint8Array(0)]),
    );
    expect((await refusal(asFiles(many))).code).toBe('tooMany');
    expect((await refusal(asZip(many))).code).toBe('tooMany');
  });
});

describe('what is no case is refused with words', () => {
  test.each(['../places.csv', 'a/../../places.csv', '/places.csv', 'C:\\places.csv', '..\\x.csv'])(
    'a file that leads out of its folder: %s',
    async (path) => {
      const files = { ...template(), [path]: bytes('x') };
      expect(await refusal(asZip(files))).toMatchObject({ code: 'unsafePath' });
      expect(await refusal(asFiles(files))).toMatchObject({ code: 'unsafePath' });
    },
  );

  test('a picture', async () => {
    const fault = await refusal([imported('picture.jpg', new Uint8Array(10))]);
    expect(fault).toMatchObject({ code: 'missingFile', received: 'picture.jpg' });
  });

  test('something else called zip, and an archive cut short anywhere', async () => {
    expect((await refusal([imported('case.zip', bytes('no archive'))])).code).toBe('notArchive');
    expect((await refusal([imported('case.zip', new Uint8Array(0))])).code).toBe('notArchive');
    const archive = zipSync({ 'places.csv': whatIsRead['places.csv']! });
    for (const at of [1, 10, 40, 100, archive.length >> 1]) {
      expect((await refusal([imported('case.zip', archive.subarray(0, at))])).code).toBe(
        'notArchive',
      );
    }
  });

  test('two cases', async () => {
    const both = { ...under('one/', template()), ...under('two/', template()) };
    expect(await refusal(asFiles(both))).toMatchObject({
      code: 'notOneCase',
      received: 'one/, two/',
    });
    const zips = [imported('a.zip', zipSync(template())), imported('b.zip', zipSync(template()))];
    expect((await refusal(zips)).code).toBe('notOneCase');
  });

  test('nothing', async () => {
    expect((await refusal([])).code).toBe('missingFile');
  });

  test('a file that is gone when it is read', async () => {
    const file = {
      size: 10,
      arrayBuffer: () => Promise.reject(new Error('it is gone')),
    } as unknown as Blob;
    expect((await refusal([{ path: 'places.csv', file }])).received).toBe('it is gone');
  });
});

test('no archive, however broken, makes anything but an answer or a fault', async () => {
  const archive = zipSync(template());
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(archive.length - 1), fc.integer({ min: 0, max: 255 })), {
        minLength: 1,
        maxLength: 8,
      }),
      async (changes) => {
        const broken = archive.slice();
        for (const [at, byte] of changes) broken[at] = byte;
        const outcome = await gather([imported('case.zip', broken)], limits);
        expect('answer' in outcome || outcome.faults.length > 0).toBe(true);
      },
    ),
    { numRuns: 100 },
  );
});
