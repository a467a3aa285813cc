import { PDFArray, PDFDict, PDFName, type PDFContext } from 'pdf-lib';
import { dictionary, drop, put, set, type Defect, type Spoil } from './plant-defect.ts';

const root = (context: PDFContext): PDFDict => dictionary(context, 'Type', '/StructTreeRoot');

/** Makes a table of the first list: the label a header, the body a cell. */
const tabulate =
  (spoil: (table: PDFDict, row: PDFDict, context: PDFContext) => void): Spoil =>
  (context) => {
    const rename = (from: string, to: string): PDFDict => {
      const one = dictionary(context, 'S', `/${from}`);
      one.set(PDFName.of('S'), PDFName.of(to));
      one.delete(PDFName.of('A'));
      return one;
    };
    rename('LBody', 'TD');
    rename('Lbl', 'TH').set(PDFName.of('A'), context.obj({ O: 'Table', Scope: 'Row' }));
    const row = rename('LI', 'TR');
    spoil(rename('L', 'Table'), row, context);
  };

/** Defects of the structure tree. */
export const STRUCTURE: readonly Defect[] = [
  put('a role that leads nowhere', 'ua1:7.1-5', set('S', '/Figure', 'S', 'Picture')),
  put('roles in a ring', 'ua1:7.1-6', (context) => {
    const roles = root(context).lookup(PDFName.of('RoleMap'), PDFDict);
    roles.set(PDFName.of('One'), PDFName.of('Two'));
    roles.set(PDFName.of('Two'), PDFName.of('One'));
    set('S', '/Figure', 'S', 'One')(context);
  }),
  put('a role of PDF that is mapped', 'ua1:7.1-7', (context) =>
    root(context).lookup(PDFName.of('RoleMap'), PDFDict).set(PDFName.of('Figure'), PDFName.of('Sect')),
  ),
  put('an element without P', 'ua1:7.1-12', drop('S', '/Figure', 'P'), { judge: '7.1-3' }),
  put('an item out of its list', 'ua1:7.2-17', set('S', '/L', 'S', 'Div')),
  put('a body out of its item', 'ua1:7.2-18', set('S', '/LI', 'S', 'Div')),
  put('a paragraph in a list', 'ua1:7.2-19', set('S', '/LI', 'S', 'P')),
  put('a paragraph in an item', 'ua1:7.2-20', set('S', '/LBody', 'S', 'P')),
  put('a row out of its table', 'ua1:7.2-4', set('S', '/LI', 'S', 'TR')),
  put('a cell out of its row', 'ua1:7.2-8', set('S', '/LBody', 'S', 'TH')),
  put(
    'a header cell without Scope',
    'ua1:7.5-1',
    tabulate((_, __, context) => drop('S', '/TH', 'A')(context)),
  ),
  put(
    'a table that is no grid',
    'ua1:7.2-42',
    tabulate((table, row, context) => {
      const cell = context.register(context.obj({ Type: 'StructElem', S: 'TD' }));
      const added = context.obj({ Type: 'StructElem', S: 'TR', K: [cell] });
      const rows = table.get(PDFName.of('K'));
      const reference = context.register(added);
      context.lookup(cell, PDFDict).set(PDFName.of('P'), reference);
      added.set(PDFName.of('P'), row.get(PDFName.of('P')) ?? reference);
      const list = context.obj([reference]);
      for (const item of rows instanceof PDFArray ? rows.asArray() : [rows])
        if (item !== undefined) list.insert(0, item);
      table.set(PDFName.of('K'), list);
    }),
    { judge: '7.2-43' },
  ),
  put('a Formula without words', 'ua1:7.7-1', (context) => {
    drop('S', '/Figure', 'Alt')(context);
    set('S', '/Figure', 'S', 'Formula')(context);
  }),
  put('a Note without ID', 'ua1:7.9-1', set('S', '/LBody', 'S', 'Note')),
  put('both H and H1', 'ua1:7.4.4-2', set('S', '/H2', 'S', 'H')),
  put('an entry out of its contents', 'ua1:7.2-26', set('S', '/LBody', 'S', 'TOCI')),
];

/** Defects of annotations and their tags. */
export const ANNOTATIONS: readonly Defect[] = [
  put('a link in no element', 'ua1:7.18.5-1', drop('S', '/Link', 'K'), {
    unlike: 'veraPDF follows StructParent, and does not look for the way back.',
  }),
  put('a link that leads to another element', 'ua1:7.18.5-1', set('Subtype', '/Link', 'StructParent', 99)),
  put('a link that is hidden', 'a2:6.3.2-2', set('Subtype', '/Link', 'F', 36)),
  put('a stamp without a look', 'a2:6.3.3-1', set('Subtype', '/Link', 'Subtype', 'Stamp')),
  put('a stamp in a Link', 'ua1:7.18.1-1', set('Subtype', '/Link', 'Subtype', 'Stamp')),
  put('a film', 'a2:6.3.1-1', set('Subtype', '/Link', 'Subtype', 'Movie')),
];
