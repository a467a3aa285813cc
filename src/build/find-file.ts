import type { Context } from '../diagnostics/context.ts';
import type { Host } from '../host/host.ts';
import { reportUnreadable } from '../host/report-unreadable.ts';
import { decodeText } from '../schema/decode-text.ts';

/** A text file of the theme: the paper's own goes before galley's. */
export function readThemeFile(
  folders: readonly string[],
  name: string,
  host: Host,
  context: Context,
): { readonly file: string; readonly text: string } | null {
  for (const folder of folders) {
    const file = `${folder}/${name}`;
    const bytes = host.readFile(file);
    if (bytes === null && host.fileKind(file) === 'missing') continue;
    if (bytes === null) {
      reportUnreadable({ file, why: host.whyUnreadable(file) }, null, context);
      return null;
    }
    const text = decodeText(bytes, file, context);
    return text === null ? null : { file, text };
  }
  return null;
}

/** All text files of that name, galley's first: later style sheets override earlier ones. */
export function readThemeFiles(
  folders: readonly string[],
  name: string,
  host: Host,
  context: Context,
): readonly { readonly file: string; readonly text: string }[] {
  return [...folders].reverse().flatMap((folder) => {
    const found = readThemeFile([folder], name, host, context);
    return found === null ? [] : [found];
  });
}
