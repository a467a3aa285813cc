import type { Article } from '../content/article.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { NO_CACHE } from '../host/cache.ts';
import { sha256 } from '../host/sha256.ts';
import type { Flow } from '../layout/page-plan.ts';
import { unmeasured, type MeasuredMatter } from '../makeup/measured-matter.ts';
import type { ComposeInput } from './compose-edition.ts';
import { aboutOf, isToldOnce, type StoryBench } from './workshop.ts';

/*
 * How deep stories are in each of their settings is most of the work of make-up, and the same from build to build for
 * stories that did not change. It is kept as one entry for all that stories are set by but themselves, with the stories
 * in it by their content. Nothing is kept of a build in which a story was told of: what is kept tells nothing.
 */

/** What is known of the stories of a build, and the end of it, which is given what the build told so far. */
export type Measures = {
  /** What is known of a story; nothing for one whose references were filled in since. */
  readonly measuredOf: (flow: Flow) => MeasuredMatter;
  /** Keeps what was measured for the next build. */
  readonly keep: (diagnostics: readonly Diagnostic[]) => void;
};

type Kept = Pick<MeasuredMatter, 'facts'> & {
  readonly settings: readonly (readonly [string, ReturnType<MeasuredMatter['settings']['get']>])[];
  readonly others: readonly (readonly [string, ReturnType<MeasuredMatter['others']['get']>])[];
};

/** Opens what earlier builds measured of the stories. */
export function openMeasures(input: ComposeInput, stories: readonly Flow[], bench: StoryBench): Measures {
  const { measures: cache, articles, images } = input;
  const measuredOf = (flow: Flow): MeasuredMatter => bench.measured.get(flow) ?? unmeasured();
  if (cache.read === NO_CACHE.read) {
    for (const flow of stories) bench.measured.set(flow, measuredOf(flow));
    return { measuredOf, keep: () => {} };
  }
  const key = `depths ${sha256(new TextEncoder().encode(aboutOf(input, [input.fontFiles])))}`;
  const kept = readKept(cache.read(key));
  const names = new Map(articles.map((article) => [article.id, nameOf(article, images)]));
  const sizes = new Map<string, number>();
  for (const flow of stories) {
    const own = bench.measured.get(flow) ?? kept.get(names.get(flow.name) ?? '') ?? unmeasured();
    bench.measured.set(flow, own);
    sizes.set(flow.name, sizeOf(own));
  }
  return {
    measuredOf,
    keep: (diagnostics) => {
      if (bench.told.count > 0 || isToldOnce(diagnostics)) return;
      const entries = stories.flatMap((flow): readonly (readonly [string, Kept])[] => {
        const name = names.get(flow.name);
        return name === undefined ? [] : [[name, recordOf(measuredOf(flow))]];
      });
      const hasGrown = stories.some((flow) => sizeOf(measuredOf(flow)) > (sizes.get(flow.name) ?? 0));
      if (hasGrown) cache.write(key, new TextEncoder().encode(JSON.stringify(entries)));
    },
  };
}

const sizeOf = ({ settings, others }: MeasuredMatter): number => settings.size + others.size;

/** A story by all that it is set from: its text with the places of it, and its pictures. */
function nameOf(article: Article, images: ComposeInput['images']): string {
  const text = JSON.stringify(article);
  const own = [...images].filter(([file]) => text.includes(JSON.stringify(file).slice(1, -1)));
  return sha256(new TextEncoder().encode(JSON.stringify([text, own])));
}

function recordOf({ facts, settings, others }: MeasuredMatter): Kept {
  return { facts, settings: [...settings], others: [...others] };
}

/** An entry bears a checksum, and is of this very program: what it holds is as it was written. */
function readKept(bytes: Uint8Array | null): ReadonlyMap<string, MeasuredMatter> {
  if (bytes === null) return new Map();
  const entries = JSON.parse(new TextDecoder().decode(bytes)) as readonly (readonly [string, Kept])[];
  return new Map(
    entries.map(([name, { facts, settings, others }]): readonly [string, MeasuredMatter] => [
      name,
      {
        facts,
        settings: new Map(settings.map(([key, setting]) => [key, setting ?? null])),
        others: new Map(others.map(([key, all]) => [key, all ?? []])),
      },
    ]),
  );
}
