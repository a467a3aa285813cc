import { embedFont } from './font-embed.ts';
import type { ImageOf, ImageStore } from './image-embed.ts';
import type { ObjectSink } from './object-sink.ts';
import { OVERPRINT } from './painter.ts';
import { dict, name, type PdfDict, type PdfRef, type PdfValue } from './pdf-value.ts';
import type { Press } from './press.ts';
import { ALL_INKS, writeAllInks } from './printer-marks.ts';
import { toUnicodeCMap } from './to-unicode.ts';
import type { UsedFonts } from './used-fonts.ts';

/** References of what pages are drawn with, by their names in the resources. */
export type Resources = {
  readonly fonts: ReadonlyMap<string, PdfRef>;
  readonly images: ReadonlyMap<string, PdfRef>;
  /** Graphics states and colours that every page of a press has. */
  readonly shared: PdfDict['entries'];
  /** The outlines of the fonts. */
  readonly programs: readonly PdfRef[];
};

/** Writes the fonts, what the press needs, and the pictures. */
export async function writeResources(
  sink: ObjectSink,
  tools: { readonly fonts: UsedFonts; readonly images: ImageStore },
  options: {
    readonly press: Press | null;
    readonly images: Promise<ImageOf>;
  },
): Promise<Resources> {
  const fonts = new Map<string, PdfRef>();
  const { uses, texts } = tools.fonts;
  const toUnicode = sink.stream({}, Buffer.from(toUnicodeCMap(texts), 'latin1'));
  const programs: PdfRef[] = [];
  // One after the other: the order of the objects is part of the bytes.
  for (const use of uses) {
    const { ref, program } = await embedFont(sink, use, toUnicode);
    fonts.set(use.resource, ref);
    programs.push(program);
  }
  const shared = options.press === null ? {} : pressResources(sink, options.press);
  const images = tools.images.embed(await options.images);
  return { fonts, images, shared, programs };
}

function pressResources(sink: ObjectSink, press: Press): PdfDict['entries'] {
  const state = (isOn: boolean): PdfRef =>
    sink.put(dict({ Type: name('ExtGState'), OP: isOn, op: isOn, OPM: isOn ? 1 : 0 }));
  return {
    ExtGState: dict({ [OVERPRINT.on]: state(true), [OVERPRINT.off]: state(false) }),
    ColorSpace: press.plan.marks ? dict({ [ALL_INKS]: writeAllInks(sink) }) : undefined,
  };
}

/** The resources of one page: of fonts and pictures only those it uses. */
export function pageResources(
  resources: Resources,
  used: { readonly fonts: readonly string[]; readonly images: readonly string[] },
): PdfValue {
  return dict({
    Font: subset(resources.fonts, used.fonts),
    XObject: subset(resources.images, used.images),
    ...resources.shared,
  });
}

function subset(refs: ReadonlyMap<string, PdfRef>, names: readonly string[]): PdfValue | undefined {
  return names.length === 0 ? undefined : dict(Object.fromEntries(names.map((key) => [key, refs.get(key)])));
}
