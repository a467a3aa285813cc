import type { ObjectSink } from './object-sink.ts';
import { dict, name, text, type PdfRef } from './pdf-value.ts';
import { srgbProfile } from './srgb-profile.ts';

/** Writes the output intent that gives device colours their meaning: sRGB (ISO 19005-2, 6.2.3). */
export function writeOutputIntent(sink: ObjectSink): PdfRef {
  const profile = sink.stream({ N: 3, Alternate: name('DeviceRGB') }, srgbProfile());
  return sink.put(
    dict({
      Type: name('OutputIntent'),
      S: name('GTS_PDFA1'),
      OutputConditionIdentifier: text('sRGB'),
      Info: text('sRGB IEC61966-2.1'),
      RegistryName: text('http://www.color.org'),
      DestOutputProfile: profile,
    }),
  );
}
