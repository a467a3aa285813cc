import { parseArticle } from '../content/parse-article.ts';
import { createCollector } from '../diagnostics/context.ts';
import type { Edition, Issue } from '../edition/edition.ts';
import { compareCodePoints } from '../host/compare-code-points.ts';
import type { Host } from '../host/host.ts';
import { openTemplates } from '../template/open-templates.ts';
import { openAssets } from './edition-assets.ts';
import { findLayoutPictures } from './layout-pictures.ts';
import { ownPictures, picturesOf } from './set-edition.ts';

/** Folders of an issue and of its paper that its theme and fonts may stand in. */
const THEME_FOLDERS = ['templates', 'fonts'] as const;

/** Folders in folders that are looked into: a theme has two. */
const DEEPEST = 4;

/**
 * Files in the paper's folder that an issue is made from, absolute, sorted: manifests and articles, the pictures of
 * every language and of layouts, theme and fonts of the paper's own, and whatever else was read on the way (earlier numbers that the
 * text refers to). The same whichever languages and files a build was asked for.
 *
 * @param read files in the paper's folder that this build has read.
 */
export function collectSources(issue: Issue, read: readonly string[], host: Host): readonly string[] {
  const files = new Set([...issue.sources, ...read]);
  for (const edition of issue.editions) {
    const assets = openAssets(edition, host);
    // What is amiss in an edition is told when it is built.
    const articles = edition.stories.map((story) => parseArticle(story, edition, assets, createCollector()));
    const templates = openTemplates(edition.theme, host, createCollector());
    const ofLayouts = findLayoutPictures(edition, templates, host);
    for (const { file } of [...picturesOf(articles), ...ownPictures(edition), ...ofLayouts]) files.add(file);
    for (const file of themeFilesOf(edition, host)) files.add(file);
  }
  const root = issue.editions[0]?.publicationFolder ?? issue.folder;
  return [...files].filter((file) => file.startsWith(`${root}/`)).sort(compareCodePoints);
}

/** Files of theme and fonts that are the issue's and the paper's own, absolute. */
export const themeFilesOf = ({ folder, publicationFolder }: Edition, host: Host): readonly string[] =>
  [...new Set([folder, publicationFolder])].flatMap((own) =>
    THEME_FOLDERS.flatMap((inner) => filesIn(`${own}/${inner}`, host, DEEPEST)),
  );

function filesIn(folder: string, host: Host, depth: number): readonly string[] {
  return host.listFolder(folder).flatMap((name): readonly string[] => {
    const path = `${folder}/${name}`;
    const kind = host.fileKind(path);
    if (kind === 'file') return [path];
    return kind === 'folder' && depth > 0 ? filesIn(path, host, depth - 1) : [];
  });
}
