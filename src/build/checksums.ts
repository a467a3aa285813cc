import { sha256 } from '../host/sha256.ts';

/** A file and its name in the list. */
export type NamedBytes = { readonly name: string; readonly bytes: Uint8Array };

/** What a list of checksums is made of. */
export type ListMatter = {
  /** What the build writes, by file name. */
  readonly outputs: readonly NamedBytes[];
  /** Lines of an older list, of files that lie beside the outputs as that list says (see {@link keptLines}). */
  readonly kept: readonly string[];
  /** What the outputs are made from, by path in the paper's folder. */
  readonly sources: readonly NamedBytes[];
};

/** Heads of what follows the outputs; a source is a comment too, so that the list is checked where the outputs lie. */
const KEPT = '## Of earlier builds:';
const SOURCES =
  "## Sources, by their path in the folder of the paper. To check them there: sed -n 's/^# //p' this-list | sha256sum -c";

/**
 * The checksum list of an edition in the form that `sha256sum --check` reads in the folder of the outputs; the sources
 * stand in it behind `# `.
 */
export function formatChecksums({ outputs, kept, sources }: ListMatter): string {
  const lines = [
    ...linesOf(outputs),
    ...(kept.length === 0 ? [] : [KEPT, ...kept]),
    SOURCES,
    ...linesOf(sources).map((line) => `# ${line}`),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** The checksum list of the sources that an archive carries. */
export const formatSourceSums = (sources: readonly NamedBytes[]): string =>
  linesOf(sources)
    .map((line) => `${line}\n`)
    .join('');

/** The sources that a list names. */
export const sourcesListed = (list: string): readonly string[] =>
  [...list.matchAll(/^# [0-9a-f]{64} {2}(.+)$/gm)].map(([, path = '']) => path);

const linesOf = (files: readonly NamedBytes[]): readonly string[] =>
  files.map(({ name, bytes }) => `${sha256(bytes)}  ${name}`);

/**
 * Lines of an edition's older list that still hold: files that this build does not write and that are as they were, since a
 * build may make the EPUB alone, or the PDF of one profile.
 *
 * @param readOutput the bytes of a file in the folder of the outputs; null where there is none.
 */
export function keptLines(
  list: string,
  written: readonly NamedBytes[],
  readOutput: (name: string) => Uint8Array | null,
): readonly string[] {
  const names = new Set(written.map(({ name }) => name));
  return [...list.matchAll(/^([0-9a-f]{64}) {2}([^/\\\n]+)$/gm)].flatMap(([line, sum, name = '']) => {
    const bytes = names.has(name) ? null : readOutput(name);
    return bytes !== null && sha256(bytes) === sum ? [line] : [];
  });
}
