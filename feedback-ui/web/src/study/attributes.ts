import type { Study } from '../api/types';

/** What the page tells about how an image was made, by DICOM keyword in camel case. */
export const SHOWN = [
  'modality',
  'bodyPartExamined',
  'viewPosition',
  'manufacturer',
  'manufacturerModelName',
  'softwareVersions',
] as const;
export type Shown = (typeof SHOWN)[number];

/** An attribute of the study, or of its first image where the study has none; null when neither says it. */
export function attribute(study: Study, name: Shown): string | null {
  return words(study.attributes[name]) ?? words(study.instances[0]?.attributes?.[name]);
}

function words(value: unknown): string | null {
  if (value === null || value === undefined || value === '') {
    return null;
  }
  return Array.isArray(value) ? value.map(String).join(', ') : String(value);
}
