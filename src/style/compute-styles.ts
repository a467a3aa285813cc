import type { Size } from '../core/geometry.ts';
import type { Pt } from '../core/units.ts';
import { createCollector, type Context } from '../diagnostics/context.ts';
import type { MarkupElement, MarkupNode, MarkupTree } from '../markup/markup-tree.ts';
import { BASE_FILE, BASE_SHEET } from './base-sheet.ts';
import { createCascade, type Cascade } from './cascade.ts';
import { computeElement, type ComputedElement, type StyleSettings } from './compute-element.ts';
import type { MatchElement } from './selector/match-selector.ts';
import type { ComputedStyle } from './computed-style.ts';
import { noteHidden } from './hidden-words.ts';
import { parseSheet } from './parse-sheet.ts';
import { originOf } from './style-origin.ts';
import type { StyleSheet } from './style-sheet.ts';
import type { StyledElement, StyledNode, StyledTree } from './styled-tree.ts';

/** What a tree is styled with. */
export type StyleOptions = {
  /** The theme's and the paper's; later ones win. galley's base sheet stands before them. */
  readonly sheets: readonly StyleSheet[];
  /** Of whatever no `lang` says otherwise. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Distance of the page's baselines. */
  readonly baseline: Pt;
  /** Size of the page's live area, between the margins. */
  readonly live: Size;
};

/** Name of the element put round the tree; `:root` matches it. */
export const ROOT_NAME = 'ed-root';

/**
 * Computes the style of every element. The tree gets a root of its own, `ed-root`, that only `:root` matches.
 * Elements of `display: none` are left out. Elements styled alike share one style object.
 *
 * Reports GA405 for a variable without value, GA402 for a wrong value that variables make.
 */
export function computeStyles(tree: MarkupTree, options: StyleOptions, context: Context): StyledTree {
  const styling: Styling = {
    sheets: options.sheets,
    cascade: cascadeOf(options.sheets),
    settings: {
      page: { baseline: options.baseline, liveWidth: options.live.width, liveHeight: options.live.height },
      context,
      told: toldTo(context),
    },
    shared: sharedOf(options, context),
    root: null,
  };
  const attributes = { lang: options.language, dir: options.direction };
  const match: MatchElement = {
    name: ROOT_NAME,
    attributes,
    language: options.language,
    parent: null,
    previous: null,
    index: 1,
    count: 1,
  };
  const computed = computeShared(match, null, styling);
  const rooted = { ...styling, root: computed };
  return {
    kind: 'styled',
    root: {
      kind: 'element',
      name: ROOT_NAME,
      attributes,
      // The root is a block whatever the sheets say: there is nothing it could stand in.
      style:
        computed.style.display === 'block'
          ? computed.style
          : Object.freeze({ ...computed.style, display: 'block' as const }),
      language: options.language,
      children: styleChildren(tree.children, match, computed, rooted),
      at: null,
    },
  };
}

type Styling = {
  readonly sheets: readonly StyleSheet[];
  readonly cascade: Cascade;
  readonly settings: StyleSettings;
  readonly shared: SharedElements;
  readonly root: ComputedElement | null;
};

const toldByContext = new WeakMap<Context, Set<string>>();

/** What one run was told of its sheets: they style many trees, and a fault in them is one fault. */
function toldTo(context: Context): Set<string> {
  const told = toldByContext.get(context) ?? new Set<string>();
  toldByContext.set(context, told);
  return told;
}

/** Computed elements by their parent's, then by the rules and the direction that made them. */
type SharedElements = Map<ComputedElement | null, Map<string, ComputedElement>>;

const sharedBySheets = new WeakMap<readonly StyleSheet[], WeakMap<Context, Map<string, SharedElements>>>();

/** What one run computed by some sheets: most elements of its trees are styled as elements of others are. */
function sharedOf({ sheets, baseline, live }: StyleOptions, context: Context): SharedElements {
  const byContext = sharedBySheets.get(sheets) ?? new WeakMap<Context, Map<string, SharedElements>>();
  sharedBySheets.set(sheets, byContext);
  const byPage = byContext.get(context) ?? new Map<string, SharedElements>();
  byContext.set(context, byPage);
  const key = `${baseline} ${live.width} ${live.height}`;
  const shared: SharedElements = byPage.get(key) ?? new Map();
  byPage.set(key, shared);
  return shared;
}

const cascades = new WeakMap<readonly StyleSheet[], Cascade>();

/** The same list of sheets, prepared once: an edition styles many trees with it. */
function cascadeOf(sheets: readonly StyleSheet[]): Cascade {
  const cascade = cascades.get(sheets) ?? createCascade([baseSheet(), ...sheets]);
  cascades.set(sheets, cascade);
  return cascade;
}

let parsedBase: StyleSheet | null = null;

function baseSheet(): StyleSheet {
  if (parsedBase !== null) return parsedBase;
  const collector = createCollector();
  const sheet = parseSheet(BASE_SHEET, BASE_FILE, collector);
  const [fault] = collector.diagnostics;
  if (fault !== undefined) throw new Error(`the base sheet is wrong: ${fault.message}`);
  parsedBase = sheet;
  return sheet;
}

function styleChildren(
  nodes: readonly MarkupNode[],
  parent: MatchElement,
  computed: ComputedElement,
  styling: Styling,
): readonly StyledNode[] {
  const count = nodes.filter((node) => node.kind === 'element').length;
  const styled: StyledNode[] = [];
  let previous: MatchElement | null = null;
  for (const node of nodes) {
    if (node.kind === 'text') {
      styled.push(node);
      continue;
    }
    const match: MatchElement = matchOf(node, parent, previous, count);
    previous = match;
    const element = styleElement(node, match, computed, styling);
    if (element !== null) styled.push(element);
  }
  return styled;
}

function matchOf(
  node: MarkupElement,
  parent: MatchElement,
  previous: MatchElement | null,
  count: number,
): MatchElement {
  const { name, attributes } = node;
  const language = attributes['lang'] ?? attributes['xml:lang'] ?? parent.language;
  return { name, attributes, language, parent, previous, index: (previous?.index ?? 0) + 1, count };
}

function styleElement(
  node: MarkupElement,
  match: MatchElement,
  parent: ComputedElement,
  styling: Styling,
): StyledElement | null {
  const computed = computeShared(match, parent, styling);
  noteWhatHides(node, computed.style, styling.sheets);
  if (computed.style.display === 'none') return null;
  const { name, attributes, at } = node;
  const children = styleChildren(node.children, match, computed, styling);
  return { kind: 'element', name, attributes, style: computed.style, language: match.language, children, at };
}

/** Notes the words that a style sheet hides, for whoever misses them. */
function noteWhatHides(node: MarkupElement, style: ComputedStyle, sheets: readonly StyleSheet[]): void {
  const isGone = style.display === 'none';
  if (!isGone && style.edRole !== 'Artifact') return;
  const span = originOf(style, isGone ? 'display' : '-ed-role');
  if (span !== null)
    noteHidden(sheets, node, { what: isGone ? 'display: none' : '-ed-role: Artifact', span });
}

function computeShared(
  match: MatchElement,
  parent: ComputedElement | null,
  styling: Styling,
): ComputedElement {
  const { rules, key } = styling.cascade.match(match);
  const { dir } = match.attributes;
  const direction = dir === 'ltr' || dir === 'rtl' ? dir : null;
  const siblings = styling.shared.get(parent) ?? new Map<string, ComputedElement>();
  styling.shared.set(parent, siblings);
  const sharedKey = `${direction} ${key}`;
  const known = siblings.get(sharedKey);
  if (known !== undefined) return known;
  const computed = computeElement({ rules, direction, parent, root: styling.root }, styling.settings);
  siblings.set(sharedKey, computed);
  return computed;
}
