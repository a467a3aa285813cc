import type { ContactKind } from '../edition/edition.ts';

/** A contact row as typed. */
export type TypedContact = {
  readonly kind: ContactKind;
  /** Without its colon; null when the line is an address alone. */
  readonly label: string | null;
  readonly value: string;
};

/** The words before contact rows, English and Spanish. A label may join two by a slash: `Phone/Fax`. */
const LABELS: Readonly<Record<ContactKind, string>> = {
  post:
    'write|write to|write us|write to us|mail|by mail|address|mailing address|post|postal address|' +
    'escriba|escriba a|escribir a|escríbanos|dirección|dirección postal|correo|apartado|apdo.',
  phone: 'phone|telephone|tel|tel.|call|voice|teléfono|telefono|teléfonos|telf.|tfno.|llame|llame a',
  fax: 'fax|telefax|facsimile',
  email: 'email|e-mail|electronic mail|correo electrónico|correo-e',
  web: 'web|website|web site|www|internet|on the web|online|url|sitio web|página web|en internet',
};

const KIND_OF: ReadonlyMap<string, ContactKind> = new Map(
  (Object.keys(LABELS) as ContactKind[]) // the record's keys are the kinds
    .flatMap((kind) => LABELS[kind].split('|').map((label): [string, ContactKind] => [label, kind])),
);
const LABEL = [...KIND_OF.keys()]
  .sort((a, b) => b.length - a.length)
  .map((label) => label.replace(/[.]/g, '\\.').replace(/ /g, ' +'))
  .join('|');
const ROW = new RegExp(`(?<=^|[\\s;,|·])(?<label>(?:${LABEL})(?:/(?:${LABEL}))?)\\s*:\\s*`, 'giu');

/**
 * The contact rows of a typed line, in order; several may stand in one. Empty for a line that begins with no label
 * and is no address by itself.
 *
 * @example
 * readContactLine('Phone: 555-0142 Fax: 555-0143') // [{kind: 'phone', label: 'Phone', value: '555-0142'}, …]
 */
export function readContactLine(line: string): readonly TypedContact[] {
  const labels = [...line.matchAll(ROW)];
  if (labels[0]?.index !== 0) return bareAddress(line);
  return labels.flatMap((match, index): readonly TypedContact[] => {
    const label = (match.groups?.['label'] ?? '').trim();
    const end = labels[index + 1]?.index ?? line.length;
    const value = line.slice(match.index + match[0].length, end).replace(/[\s;,|·]+$/u, '');
    return value === '' ? [] : [{ kind: kindOf(label), label, value }];
  });
}

/** Whether a text has two labels of contact rows or more, wherever they stand. */
export const looksLikeContact = (text: string): boolean => [...text.matchAll(ROW)].length > 1;

function kindOf(label: string): ContactKind {
  const first = label.split('/')[0] ?? label;
  return KIND_OF.get(first.toLowerCase().replace(/ +/g, ' ')) ?? 'post';
}

function bareAddress(line: string): readonly TypedContact[] {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(line)) return [{ kind: 'email', label: null, value: line }];
  if (/^(?:https?:\/\/|www\.)\S+$/i.test(line)) return [{ kind: 'web', label: null, value: line }];
  return [];
}
