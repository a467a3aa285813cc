/**
 * Pattern files of the npm package `hyphen`: the TeX patterns of a language as a trie.
 * The first entry is the list of level rows that the trie's numbers mean, the second the trie, the third its exceptions.
 */
declare module 'hyphen/patterns/*.js' {
  import type { PatternFile } from './hyphenator.ts';
  const patterns: PatternFile;
  export default patterns;
}
