import { BOX_PROPERTIES } from './box-properties.ts';
import { FLOW_PROPERTIES } from './flow-properties.ts';
import { FONT_PROPERTIES } from './font-properties.ts';
import type { LonghandName, LonghandValues } from './longhand-values.ts';
import type { Definitions } from './property-definition.ts';
import { TEXT_PROPERTIES } from './text-properties.ts';

/** Every longhand property there is. What is not here is an error in a style sheet. */
export const PROPERTIES: Definitions<LonghandValues> = {
  ...FONT_PROPERTIES,
  ...TEXT_PROPERTIES,
  ...BOX_PROPERTIES,
  ...FLOW_PROPERTIES,
};

// The keys of a definition record are exactly the longhand names: its type says so.
/** Names of all longhands, in the order of the docs. */
export const LONGHANDS: readonly LonghandName[] = Object.keys(PROPERTIES) as LonghandName[];

/** Whether a name is a longhand's. */
export const isLonghand = (name: string): name is LonghandName => Object.hasOwn(PROPERTIES, name);

/** A property that depends on the direction of the text, and the one it sets in each. */
export const LOGICAL: ReadonlyMap<string, { readonly ltr: LonghandName; readonly rtl: LonghandName }> =
  new Map([
    ['margin-inline-start', { ltr: 'margin-left', rtl: 'margin-right' }],
    ['margin-inline-end', { ltr: 'margin-right', rtl: 'margin-left' }],
    ['padding-inline-start', { ltr: 'padding-left', rtl: 'padding-right' }],
    ['padding-inline-end', { ltr: 'padding-right', rtl: 'padding-left' }],
  ] as const);
