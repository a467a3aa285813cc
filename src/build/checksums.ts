import { sha256 } from '../host/sha256.ts';

/** A file and its name in the list. */
export type NamedBytes = { readonly name: string; readonly bytes: Uint8Array };

/**
 * The checksum list of an edition in the form that `sha256sum --check` reads: outputs by file name, then the sources
 * it was made from by their path in the paper's folder.
 */
export function formatChecksums(outputs: readonly NamedBytes[], sources: readonly NamedBytes[]): string {
  return `${formatLines(outputs)}# sources, by their path in the folder of the paper\n${formatLines(sources)}`;
}

/** The checksum list of the sources that an archive carries. */
export const formatSourceSums = (sources: readonly NamedBytes[]): string => formatLines(sources);

const formatLines = (files: readonly NamedBytes[]): string =>
  files.map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`).join('');
