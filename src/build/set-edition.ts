import type { Article } from '../content/article.ts';
import { NO_CACHE } from '../host/cache.ts';
import { parseArticle } from '../content/parse-article.ts';
import type { Span } from '../core/origin.ts';
import { reportFault, type Collector } from '../diagnostics/context.ts';
import type { Ad, Edition } from '../edition/edition.ts';
import type { AssetStore } from '../host/asset-store.ts';
import { drawSvg } from '../image/draw-svg.ts';
import { encodeForEpub } from '../image/encode-images.ts';
import type { EncodedImage, ImageAsset } from '../image/image-asset.ts';
import { probeImages } from '../image/probe-images.ts';
import type { MarkupNode } from '../markup/markup-tree.ts';
import { parseSheet } from '../style/parse-sheet.ts';
import type { StyleSheet } from '../style/style-sheet.ts';
import { openTemplates } from '../template/open-templates.ts';
import type { TemplateSet } from '../template/template-set.ts';
import type { BuildOptions } from './build-options.ts';
import { checkFamilies } from './check-families.ts';
import { checkPortraits } from './check-portraits.ts';
import { checkTeasers } from './check-teasers.ts';
import { checkFileNames } from './check-file-names.ts';
import { checkTemplateNames } from './check-template-names.ts';
import type { ComposeResult } from './compose-edition.ts';
import { composeWithTeasers } from './compose-with-teasers.ts';
import { editionAssets } from './edition-assets.ts';
import { readThemeFiles } from './find-file.ts';
import { findLayoutPictures } from './layout-pictures.ts';
import type { Engines } from './open-engine.ts';
import { pictureSource } from './picture-source.ts';
import type { StageClock } from './stage-clock.ts';
import { digestFolders } from './workshop.ts';

/** Everything a build of one edition works with. */
export type EditionBuild = {
  readonly edition: Edition;
  readonly engines: Engines;
  readonly options: BuildOptions;
  readonly clock: StageClock;
  readonly context: Collector;
};

/** An edition as pages, and what they were made from. */
export type SetEdition = ComposeResult & {
  readonly articles: readonly Article[];
  readonly templates: TemplateSet;
  readonly images: ReadonlyMap<string, ImageAsset>;
  readonly assets: AssetStore;
  /** Pictures of the EPUB, by file, as they are made ready; null where none is wanted. */
  readonly bookImages: Promise<ReadonlyMap<string, EncodedImage>> | null;
  readonly sheets: readonly StyleSheet[];
  /** Style sheets that were read, absolute. */
  readonly sheetFiles: readonly string[];
};

/**
 * Takes one edition from its sources to composed pages. Null when a stage reported an error.
 *
 * @param hasBook the pictures of an EPUB are made ready meanwhile.
 */
export async function setEdition(
  build: EditionBuild,
  { hasBook }: { readonly hasBook: boolean } = { hasBook: false },
): Promise<SetEdition | null> {
  const { edition, engines, options, clock, context } = build;
  const opened = await editionAssets(edition, options, context);
  const { assets, nameplate } = await drawNameplate(build, opened);
  const articles = clock.run('content', () =>
    edition.stories.map((story) => parseArticle(story, edition, assets, context)),
  );
  checkTeasers(edition, articles, context);
  checkPortraits(edition, articles, context);
  const pictures = [...picturesOf(articles), ...ownPictures({ ...edition, nameplate })];
  const templates = openTemplates(edition.theme, options.host, context);
  checkFileNames(edition, options.host, context);
  checkTemplateNames(edition, templates, options.host, context);
  const layoutPictures = findLayoutPictures(edition, templates, options.host);
  const probing = probeImages(
    [...pictures, ...layoutPictures],
    { desk: options.desk, standIn: assets.standIn },
    context,
  );
  probing.catch(() => {});
  const files = readThemeFiles(edition.theme.folders, 'print.css', options.host, context);
  const sheets = clock.run('style', () => files.map(({ file, text }) => parseSheet(text, file, context)));
  const languages = languagesOf(edition, articles);
  const engine = await clock.runAsync('fonts', () => engines.openText(languages));
  checkFamilies(sheets, engine.book, context);
  const probed = await clock.runAsync('probe', () => probing);
  const { images } = probed;
  const isWhole = (): Promise<boolean> => clock.runAsync('probe', probed.finish);
  if (context.hasError()) {
    await isWhole();
    return null;
  }
  const source = pictureSource(options.desk, { assets, images });
  const bookImages = hasBook ? encodeForEpub(bookPictures(images, pictures), source) : null;
  // A broken picture is told when all were looked at, and nobody waits for this.
  bookImages?.catch(() => {});
  const { workshop, measures } = options;
  const isMeasured = measures.read !== NO_CACHE.read;
  const digest = (folders: readonly string[], isWanted: boolean): string =>
    isWanted ? digestFolders(folders, options.host) : '';
  const themeFiles = digest(edition.theme.folders, workshop !== null || isMeasured);
  const fontFiles = digest(edition.theme.fontFolders, isMeasured);
  const kept = {
    workshop,
    measures,
    themeFiles: `${themeFiles}${sizesOf(layoutPictures, images)}`,
    fontFiles,
  };
  const own = { edition, articles, templates, sheets, images, layoutPictures };
  const input = { ...own, ...kept, engine, clock, isDraft: options.draft };
  const result = composeWithTeasers(input, context);
  if (!(await isWhole()) || result === null) return null;
  return {
    ...result,
    articles,
    templates,
    sheets,
    images,
    assets,
    bookImages,
    sheetFiles: files.map(({ file }) => file),
  };
}

/** Files of the pictures that a book may show: those of its stories and of the edition, not those of layouts. */
const bookPictures = (
  images: ReadonlyMap<string, ImageAsset>,
  uses: readonly PictureUse[],
): readonly string[] =>
  uses.map(({ file }) => file).filter((file, index, all) => images.has(file) && all.indexOf(file) === index);

/** What depths of stories also hang on: the sizes of the pictures that layouts bring. */
const sizesOf = (pictures: readonly PictureUse[], images: ReadonlyMap<string, ImageAsset>): string =>
  pictures.map(({ file }) => `${file} ${images.get(file)?.width} ${images.get(file)?.height}\n`).join('');

/**
 * A nameplate that is a drawing is read as the pixels it makes. Reports GA609 for one that cannot be drawn, and goes on
 * without it.
 */
async function drawNameplate(
  { edition, options, context, clock }: EditionBuild,
  assets: AssetStore,
): Promise<{ readonly assets: AssetStore; readonly nameplate: Edition['nameplate'] }> {
  const { nameplate, spans } = edition;
  const bytes = nameplate?.isDrawing === true ? assets.read(nameplate.file) : null;
  if (nameplate === null || bytes === null) return { assets, nameplate };
  const drawn = await clock.runAsync('probe', () => drawSvg(bytes, options.cache));
  if (drawn.kind === 'drawn') {
    const standIn: AssetStore['standIn'] = (path) =>
      path === nameplate.file ? drawn.png : assets.standIn(path);
    return { assets: { ...assets, standIn, read: (path) => standIn(path) ?? assets.read(path) }, nameplate };
  }
  const name = nameplate.file.slice(nameplate.file.lastIndexOf('/') + 1);
  reportFault(context, 'GA609', { message: `${name} ${drawn.reason}`, span: spans['nameplate'] ?? null });
  return { assets, nameplate: null };
}

/** Pictures of the edition itself: its nameplate, its advertisements and what it says of itself. */
export function ownPictures({ nameplate, ads, house, spans }: Edition): readonly PictureUse[] {
  const useOf =
    (key: 'ads' | 'house') =>
    ({ id, file }: Pick<Ad, 'id' | 'file'>): PictureUse => {
      const index = Number(id.slice(id.indexOf('.') + 1)) - 1;
      return { file, at: spans[`${key}.${index}.picture`] ?? null };
    };
  const own = [...ads.map(useOf('ads')), ...house.map(useOf('house'))];
  return nameplate === null ? own : [{ file: nameplate.file, at: spans['nameplate'] ?? null }, ...own];
}

/**
 * The paper's languages, those of single stories, and those of single words in them, each with the place that names it first:
 * each is hyphenated as its own.
 */
function languagesOf(edition: Edition, articles: readonly Article[]): ReadonlyMap<string, Span | null> {
  const { spans } = edition;
  const languages = new Map<string, Span | null>();
  const add = (language: string, at: Span | null): void => {
    if (!languages.has(language)) languages.set(language, at);
  };
  edition.languages.forEach((language, index) => add(language, spans[`languages.${index}`] ?? null));
  const visit = (node: MarkupNode): void => {
    if (node.kind === 'text') return;
    const { lang } = node.attributes;
    if (lang !== undefined) add(lang, node.at);
    node.children.forEach(visit);
  };
  for (const article of articles) {
    add(article.language, article.languageAt);
    article.body.forEach(visit);
    const { label, kicker, headline, deck, byline, dateline, tagline, availability, picture } = article;
    const { cutline, credit } = picture ?? {};
    const lines = [label, kicker, headline, deck, byline, dateline, tagline, availability, cutline, credit];
    for (const line of lines) line?.nodes.forEach(visit);
  }
  return languages;
}

/** A picture and the first place that asks for it. */
export type PictureUse = { readonly file: string; readonly at: Span | null };

/** Every picture of the stories, each once, at its first place. */
export function picturesOf(articles: readonly Article[]): readonly PictureUse[] {
  const uses = new Map<string, PictureUse>();
  const add = (use: PictureUse): void => {
    if (!uses.has(use.file)) uses.set(use.file, use);
  };
  const visit = (node: MarkupNode): void => {
    if (node.kind === 'text') return;
    const file = node.name === 'img' ? node.attributes['src'] : undefined;
    if (file !== undefined) add({ file, at: node.at });
    node.children.forEach(visit);
  };
  for (const article of articles) {
    if (article.picture !== null) add(article.picture);
    if (article.portrait !== null) add(article.portrait);
    article.body.forEach(visit);
  }
  return [...uses.values()];
}
