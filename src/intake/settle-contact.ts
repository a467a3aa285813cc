import type { TypedContact } from './contact-line.ts';

/** A contact row as the manifest takes it; `isCompleted` says that its address got its `https://`. */
export type SettledContact = TypedContact & { readonly isCompleted: boolean };

/**
 * Makes a typed row one that the manifest accepts: there mail and web rows are links and must be whole addresses.
 * What is no address stays as typed in a row of kind `post`, which prints the same and links nowhere.
 *
 * @example
 * settleContact({ kind: 'web', label: 'Web', value: 'www.quay.example' }).value // 'https://www.quay.example'
 */
export function settleContact(row: TypedContact): SettledContact {
  const { kind, value } = row;
  if (kind === 'web' && !/^https?:\/\/\S+$/i.test(value)) {
    const isBare = /^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/.test(value);
    return isBare
      ? { ...row, value: `https://${value}`, isCompleted: true }
      : { ...row, kind: 'post', isCompleted: false };
  }
  if (kind === 'email' && !/^[^\s@<>()[\],;:\\"]+@[^\s@<>()[\],;:\\"]+\.[^\s@<>()[\],;:\\".]+$/.test(value)) {
    return { ...row, kind: 'post', isCompleted: false };
  }
  return { ...row, isCompleted: false };
}
