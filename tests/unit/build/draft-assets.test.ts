import sharp from 'sharp';
import { expect, test } from 'vitest';
import { draftAssets } from '../../../src/build/draft-assets.ts';
import { createCollector } from '../../../src/diagnostics/context.ts';
import { missingPicture } from '../../../src/edition/missing-picture.ts';
import { createAssetStore } from '../../../src/host/asset-store.ts';
import { createMemoryHost } from '../../../src/host/memory-host.ts';
import { resolveYaml } from '../edition/issue-fixture.ts';

const MANIFEST = [
  'name: Quay',
  'date: 2026-03-14',
  // Columns of 126 points, 12 between them.
  'grid: { columns: 4, gutter: 12 pt, margins: 90 pt }',
  'format: { width: 720 pt, height: 800 pt }',
  'nameplate: name.svg',
  'ads:',
  '  - { picture: rope.png, alt: Rope, size: 2 columns x 66 pt }',
  '  - { picture: tall.png, alt: Paint, size: 504 pt }',
  '  - { picture: bare.png, alt: Tar }',
  'house: [{ picture: read.png, alt: Read us }]',
].join('\n');

test('in a draft a box in the proportion of its place stands for each picture of the manifest that is missing', async () => {
  const { issue, diagnostics } = resolveYaml(MANIFEST, {}, { isDraft: true });
  expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual(
    Array<string>(5).fill('warning GA714'),
  );
  const [edition] = issue?.editions ?? [];
  if (edition === undefined) throw new Error('no edition');
  const context = createCollector();
  const assets = await draftAssets(createAssetStore(createMemoryHost({}), ['/paper/7']), edition, context);
  const ratioOf = async (file: string | undefined): Promise<number> => {
    const bytes = assets.read(file ?? '');
    if (bytes === null) throw new Error(`no box for ${file ?? 'nothing'}`);
    const { width, height } = await sharp(bytes).metadata();
    return Math.round((100 * width) / height) / 100;
  };
  const [wide, tall, bare] = edition.ads;
  expect(await ratioOf(wide?.file)).toBe(4);
  expect(await ratioOf(tall?.file)).toBe(0.25);
  expect(await ratioOf(bare?.file)).toBe(1.5);
  expect(await ratioOf(edition.house[0]?.file)).toBe(1.5);
  expect(await ratioOf(edition.nameplate?.file)).toBe(8);
  expect(assets.resolve('pier.jpg')).toEqual({ kind: 'found', path: missingPicture('pier.jpg') });
  expect(await ratioOf(missingPicture('pier.jpg'))).toBe(1.5);
  expect(context.diagnostics.map(({ code }) => code)).toEqual(['GA714']);
});

test('without --draft a missing picture is an error, and nothing stands for it', () => {
  const { issue, codes } = resolveYaml(MANIFEST);
  expect(codes).toEqual(Array<string>(5).fill('GA208'));
  expect(issue?.editions[0]).toMatchObject({ nameplate: null, ads: [], house: [] });
});
