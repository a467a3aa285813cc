import { sha256 } from '../host/sha256.ts';

/** A file and its name in the list. */
export type NamedBytes = { readonly name: string; readonly bytes: Uint8Array };

/** What a list of checksums is made of. */
export type ListMatter = {
  /** What the build writes, by file name. */
  readonly outputs: readonly NamedBytes[];
  /** Of an older list: files that lie beside the outputs as that list says (see {@link keptLines}). */
  readonly kept: readonly KeptLine[];
  /** What the outputs are made from, by path in the paper's folder. */
  readonly sources: readonly NamedBytes[];
};

/** A line of an older list that still holds. */
export type KeptLine = {
  readonly name: string;
  readonly line: string;
  /** The sources were others when the file was made. */
  readonly isOutdated: boolean;
};

/** Heads of what follows the outputs; a source is a comment too, so that the list is checked where the outputs lie. */
const KEPT = '## Of earlier builds:';
const OUTDATED = '## Of earlier builds, from other sources than those below:';
const SOURCES =
  "## Sources, by their path in the folder of the paper. To check them there: sed -n 's/^# //p' this-list | sha256sum -c";

/**
 * The checksum list of an edition in the form that `sha256sum --check` reads in the folder of the outputs; the sources
 * stand in it behind `# `.
 */
export function formatChecksums({ outputs, kept, sources }: ListMatter): string {
  const under = (head: string, isOutdated: boolean): readonly string[] => {
    const own = kept.filter((each) => each.isOutdated === isOutdated).map(({ line }) => line);
    return own.length === 0 ? [] : [head, ...own];
  };
  const lines = [
    ...linesOf(outputs),
    ...under(KEPT, false),
    ...under(OUTDATED, true),
    SOURCES,
    ...linesOf(sources).map(comment),
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

const comment = (line: string): string => `# ${line}`;

const isOfSource = (line: string): boolean => /^# [0-9a-f]{64} {2}./.test(line);

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
  { outputs, sources }: Omit<ListMatter, 'kept'>,
  readOutput: (name: string) => Uint8Array | null,
): readonly KeptLine[] {
  const names = new Set(outputs.map(({ name }) => name));
  const haveChanged = list.split('\n').filter(isOfSource).join() !== linesOf(sources).map(comment).join();
  const outdatedFrom = list.indexOf(OUTDATED);
  return [...list.matchAll(/^([0-9a-f]{64}) {2}([^/\\\n]+)$/gm)].flatMap(
    ({ 0: line, 1: sum, 2: name = '', index }) => {
      const bytes = names.has(name) ? null : readOutput(name);
      if (bytes === null || sha256(bytes) !== sum) return [];
      return [{ name, line, isOutdated: haveChanged || (outdatedFrom >= 0 && index > outdatedFrom) }];
    },
  );
}
