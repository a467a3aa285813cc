import type { Article } from '../content/article.ts';
import type { Context } from '../diagnostics/context.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Edition } from '../edition/edition.ts';
import type { Host } from '../host/host.ts';
import { sha256 } from '../host/sha256.ts';
import { openLayoutSession, type LayoutSession } from '../layout/layout-session.ts';
import { openStoryStore, type StoryStore } from '../layout/measure-story.ts';
import type { Flow } from '../layout/page-plan.ts';
import type { MeasuredMatter } from '../makeup/measured-matter.ts';
import { forgetHidden, shareHidden } from '../style/hidden-words.ts';
import type { StyleSheet } from '../style/style-sheet.ts';
import type { TextEngine } from '../text/text-engine.ts';
import type { ComposeInput } from './compose-edition.ts';
import type { Engines } from './open-engine.ts';

/*
 * What a build leaves for the next one of the same process (`--watch`): open fonts, and the stories that have not changed
 * since, as rendered, shaped and measured. Nothing is kept of a build in which a story was told of, since what is kept
 * tells nothing; nor where anything changed but stories, since all of them may depend on it. So a build with a workshop
 * and one without come to the same bytes and the same report.
 */

/** What is kept between builds. */
export type Workshop = {
  engines: { readonly about: string; readonly opened: Engines; readonly told: Forwarding } | null;
  /** By issue and language. */
  readonly benches: Map<string, StoryBench>;
};

/** An empty workshop. */
export function openWorkshop(): Workshop {
  return { engines: null, benches: new Map() };
}

/** The stories of an edition as they are set. */
export type StoryBench = {
  /** Tells all but the stories apart; null for a bench that no other build takes. */
  readonly about: string | null;
  readonly engine: TextEngine;
  /** As the first build read them: what hides words of stories is noted by them. */
  readonly sheets: readonly StyleSheet[];
  readonly session: LayoutSession;
  readonly store: StoryStore;
  /** Goes to the build that the bench is in, and counts. */
  readonly told: Forwarding;
  readonly flows: Map<string, { readonly key: string; readonly flow: Flow }>;
  readonly measured: Map<Flow, MeasuredMatter>;
};

/** The bench of an edition as an earlier build left it, where that will do; else a new one. */
export function openBench(input: ComposeInput, context: Context): StoryBench {
  const { workshop, edition, engine, images, sheets } = input;
  const about = workshop === null ? null : aboutOf(input, [...images]);
  const kept = workshop?.benches.get(nameOf(edition));
  if (kept !== undefined && kept.about === about && kept.engine === engine) {
    kept.told.target = context;
    shareHidden(sheets, kept.sheets);
    forgetOthers(kept);
    return kept;
  }
  const told = forwardTo(context);
  const { baseline } = edition.grid;
  const session = openLayoutSession({
    engine,
    images,
    baseline,
    direction: edition.direction,
    context: told,
  });
  const store = openStoryStore(session, edition.grid);
  return { about, engine, sheets, session, store, told, flows: new Map(), measured: new Map() };
}

/** Drops what was measured of the imprint and the advertisements: they are rendered anew. */
function forgetOthers({ flows, store, measured: book }: StoryBench): void {
  const kept = new Set([...flows.values()].map(({ flow }) => flow));
  for (const measured of [store.set, store.depths, book])
    for (const flow of measured.keys()) if (!kept.has(flow)) measured.delete(flow);
}

/** Leaves a bench for the next build, unless that would have to tell of its stories again. */
export function leaveBench({ workshop, edition }: ComposeInput, bench: StoryBench): void {
  if (workshop === null) return;
  if (bench.told.count === 0) workshop.benches.set(nameOf(edition), bench);
  else workshop.benches.delete(nameOf(edition));
}

/** The flow of a story: as it is kept where its article is the same, else as `make` makes it. */
export function flowOn(
  { about, sheets, flows, store, measured }: StoryBench,
  article: Article,
  make: () => Flow,
): Flow {
  if (about === null) return make();
  const key = JSON.stringify(article);
  const known = flows.get(article.id);
  if (known?.key === key) return known.flow;
  if (known !== undefined) {
    forgetHidden(sheets, article.id);
    measured.delete(known.flow);
    store.set.delete(known.flow);
    store.depths.delete(known.flow);
  }
  const flow = make();
  flows.set(article.id, { key, flow });
  return flow;
}

const nameOf = ({ folder, language }: Edition): string => `${language} ${folder}`;

/** Everything that stories are set by but themselves; `more` is what else a caller wants in it. */
export function aboutOf({ edition, themeFiles, isDraft }: ComposeInput, more: readonly unknown[]): string {
  const stories = edition.stories.map(({ id, section, language }) => [id, section, language]);
  return JSON.stringify([{ ...edition, stories }, themeFiles, more, isDraft]);
}

/** Fonts and engines: as they were opened before where the same files lie in the same folders, else as `open` opens them. */
export async function enginesOf(
  workshop: Workshop | null,
  { about, context }: { readonly about: () => string; readonly context: Context },
  open: (told: Context) => Promise<Engines>,
): Promise<Engines> {
  if (workshop === null) return open(context);
  const now = about();
  const kept = workshop.engines;
  if (kept?.about === now) {
    kept.told.target = context;
    return kept.opened;
  }
  const told = forwardTo(context);
  const opened = await open(told);
  workshop.engines = { about: now, opened, told };
  return opened;
}

/** Faults of fonts and of their text are told once by whoever keeps them: after one, nothing is kept. */
const TOLD_ONCE = /^GA5|^GA704$/;

/** Was something told that a build which takes over what is kept would not tell? */
export function isToldOnce(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ code }) => TOLD_ONCE.test(code));
}

/** Empties the workshop after a build that told what open fonts and set stories would not tell again. */
export function sweep(workshop: Workshop | null, diagnostics: readonly Diagnostic[]): void {
  if (workshop === null || !isToldOnce(diagnostics)) return;
  workshop.engines = null;
  workshop.benches.clear();
}

/** A context that goes to whatever build it is in, and counts. */
export type Forwarding = Context & { target: Context; count: number };

function forwardTo(target: Context): Forwarding {
  const told: Forwarding = {
    target,
    count: 0,
    report: (diagnostic) => {
      told.count += 1;
      told.target.report(diagnostic);
    },
  };
  return told;
}

/** The names of all files in some folders and the folders in them, each with what tells its content from others. */
export function digestFolders(folders: readonly string[], host: Host): string {
  const lines: string[] = [];
  const seen = new Set<string>();
  const visit = (path: string): void => {
    const bytes = host.readFile(path);
    if (bytes !== null) return void lines.push(`${sha256(bytes)} ${path}`);
    // A link may lead to a folder above it: what was gone through is named, and not gone through again.
    const real = host.realPath(path) ?? path;
    lines.push(`${real} ${path}`);
    if (seen.has(real)) return;
    seen.add(real);
    for (const entry of host.listFolder(path)) visit(`${path}/${entry}`);
  };
  folders.forEach(visit);
  return lines.join('\n');
}
