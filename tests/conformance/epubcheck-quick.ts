import { EpubCheck } from '@likecoin/epubcheck-ts';
import { readFileSync } from 'node:fs';
import type { Judge } from './judge.ts';

/** A port of EPUBCheck to TypeScript: always there, and quick; EPUBCheck itself has the last word. */
export const epubCheckQuick: Judge = {
  name: 'epubcheck-ts',
  available: () => null,
  faultsOf: async (files) => {
    const results = await Promise.all(
      files.map((file) => EpubCheck.validate(new Uint8Array(readFileSync(file)))),
    );
    return results.flatMap(({ messages }, index) =>
      messages
        .filter(({ severity }) => severity !== 'info' && severity !== 'usage')
        .map(({ id, severity, message }) => `${files[index]}: ${severity} ${id} ${message}`),
    );
  },
};
