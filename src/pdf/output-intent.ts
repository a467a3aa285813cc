import type { ObjectSink } from './object-sink.ts';
import { dict, name, text, type PdfRef } from './pdf-value.ts';
import type { PressProfile } from './press.ts';
import { srgbProfile } from './srgb-profile.ts';

/** Where printing conditions and profiles are registered. */
const REGISTRY = 'http://www.color.org';

/** Writes the output intent that gives device colours their meaning: sRGB (ISO 19005-2, 6.2.3). */
export function writeScreenIntent(sink: ObjectSink): readonly PdfRef[] {
  const profile = sink.stream({ N: 3 }, srgbProfile());
  return [
    sink.put(
      dict({
        Type: name('OutputIntent'),
        S: name('GTS_PDFA1'),
        OutputConditionIdentifier: text('sRGB'),
        Info: text('sRGB IEC61966-2.1'),
        RegistryName: text(REGISTRY),
        DestOutputProfile: profile,
      }),
    ),
  ];
}

/** Writes the intents of a press: one for PDF/X (ISO 15930-7), one for PDF/A, over one profile. */
export function writePressIntents(sink: ObjectSink, press: PressProfile): readonly PdfRef[] {
  const profile = sink.stream({ N: 4, Alternate: name('DeviceCMYK') }, press.bytes);
  return ['GTS_PDFX', 'GTS_PDFA1'].map((subtype) =>
    sink.put(
      dict({
        Type: name('OutputIntent'),
        S: name(subtype),
        OutputConditionIdentifier: text(press.registered ?? 'Custom'),
        OutputCondition: text(press.description),
        Info: text(press.description),
        RegistryName: press.registered === null ? undefined : text(REGISTRY),
        DestOutputProfile: profile,
      }),
    ),
  );
}
