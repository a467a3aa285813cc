import type { StructureRole } from '../page/structure-tree.ts';
import type { ObjectSink } from './object-sink.ts';
import { dict, name, text, type PdfDict, type PdfRef } from './pdf-value.ts';
import { ENTRY_BODY, NEWER_ROLES, ROLE_MAP } from './role-map.ts';

/** How roles stand in a structure tree. */
export type RoleWriter = {
  /** Entries of the StructTreeRoot that explain the house names. */
  readonly rootEntries: () => PdfDict['entries'];
  /** Entries of an element that name its role; `parent` is that of the element it stands in. */
  readonly elementEntries: (role: StructureRole, parent: StructureRole | null) => PdfDict['entries'];
};

/** The standard structure types of PDF 2.0 (ISO 32000-2, 14.8.6). */
const PDF_2 = 'http://iso.org/pdf2/ssn';

/** The names of this program and what they stand for. */
const HOUSE = 'http://ns.galley.example/structure/1.0/';

/** Roles by a role map (PDF 1.7), or by namespaces (ISO 32000-2, 14.7.4). */
export function createRoleWriter(sink: ObjectSink, hasNamespaces: boolean): RoleWriter {
  if (hasNamespaces) return createNamespacedRoles(sink);
  return {
    rootEntries: () => ({ RoleMap: roleMap() }),
    elementEntries: (role) => ({ S: name(role) }),
  };
}

const roleMap = (): PdfDict =>
  dict(Object.fromEntries(Object.entries(ROLE_MAP).map(([house, standard]) => [house, name(standard)])));

/** What PDF 2.0 has a type for is named by it; all else is a house name that its namespace explains. */
function createNamespacedRoles(sink: ObjectSink): RoleWriter {
  const standard = sink.put(dict({ Type: name('Namespace'), NS: text(PDF_2) }));
  const mapped: Readonly<Partial<Record<StructureRole, string>>> = { ...ROLE_MAP, ...NEWER_ROLES };
  const own: readonly (readonly [string, string])[] = [
    ...Object.entries(mapped),
    [ENTRY_BODY.house, ENTRY_BODY.standard],
  ];
  const house: PdfRef = sink.put(
    dict({
      Type: name('Namespace'),
      NS: text(HOUSE),
      RoleMapNS: dict(Object.fromEntries(own.map(([role, type]) => [role, [name(type), standard]]))),
    }),
  );
  return {
    // The role map speaks to programs that know no namespaces.
    rootEntries: () => ({
      Namespaces: [standard, house],
      RoleMap: dict({ ...roleMap().entries, [ENTRY_BODY.house]: name('Reference') }),
    }),
    elementEntries: (role, parent) => {
      if (role === 'Reference' && parent === 'TOCI') return { S: name(ENTRY_BODY.house), NS: house };
      return { S: name(role), NS: mapped[role] === undefined ? standard : house };
    },
  };
}
