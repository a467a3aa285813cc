import { buildRecord } from '../edition/build-record.ts';
import type { EditionBuild } from './set-edition.ts';

/** The record of an edition: what its PDF and its EPUB say of themselves. */
export function recordOf({ edition, options }: EditionBuild): ReturnType<typeof buildRecord> {
  const sourceDateEpoch = options.host.variable('SOURCE_DATE_EPOCH');
  return buildRecord(edition, { sourceDateEpoch, version: options.installation.version });
}
