import { reportFault, type Context } from '../diagnostics/context.ts';
import type { Host } from '../host/host.ts';
import { reportUnreadable } from '../host/report-unreadable.ts';
import type { Theme } from '../manifest/theme.ts';
import { TemplateEngine, type TemplateFile } from './engine/template-engine.ts';
import type { TemplateSet } from './template-set.ts';

const KINDS = ['pages', 'epub', 'partials'] as const;
const ENDING = '.hbs';

/**
 * Opens the templates of a theme: `pages/*.hbs`, `epub/*.hbs` and `partials/*.hbs` of each of its folders, the
 * first folder that has a name counts. Reports GA300 for a theme that has none. Files are read when they are first
 * wanted: GA301 for one that is no UTF-8, and GA993 for one that cannot be read, are reported to whoever renders it.
 */
export function openTemplates(theme: Theme, host: Host, context: Context): TemplateSet {
  const files = new Map<string, TemplateFile>();
  for (const folder of theme.folders) {
    for (const kind of KINDS) collectFiles(`${folder}/${kind}`, kind, host, files);
  }
  if (files.size === 0) {
    reportFault(context, 'GA300', { message: `the theme "${theme.name}" has no templates` });
  }
  return new TemplateEngine({ files, read: (path, reader) => readText(path, host, reader) });
}

function collectFiles(folder: string, kind: string, host: Host, files: Map<string, TemplateFile>): void {
  for (const entry of host.listFolder(folder)) {
    const name = `${kind}/${entry.slice(0, -ENDING.length)}`;
    if (!entry.endsWith(ENDING) || files.has(name)) continue;
    files.set(name, { name, path: `${folder}/${entry}` });
  }
}

function readText(path: string, host: Host, context: Context): string | null {
  const bytes = host.readFile(path);
  if (bytes === null) {
    reportUnreadable({ file: path, why: host.whyUnreadable(path) }, null, context);
    return null;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    reportFault(context, 'GA301', {
      message: 'the template is not UTF-8 text',
      hint: 'Save it as UTF-8.',
      span: { file: path, start: 0, end: 0 },
    });
    return null;
  }
}
