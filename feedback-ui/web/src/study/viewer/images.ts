import { API, get } from '../../api/http';
import type { Instance } from '../../api/types';

/** A data set in the DICOM JSON model, as WADO-RS metadata gives it. */
export type DicomJson = Record<string, { vr: string; Value?: unknown[] }>;

export interface Frame {
  imageId: string;
  metadata: DicomJson;
}

export interface Series {
  uid: string;
  frames: Frame[];
}

const SOP = '00080018';
const NUMBER = '00200013';
const FRAMES = '00280008';

const first = (json: DicomJson, tag: string) => json[tag]?.Value?.[0];

/** The series of a study in the order of their instances, each with its frames in the order of their numbers. */
export async function loadSeries(studyUid: string, instances: Instance[], signal: AbortSignal): Promise<Series[]> {
  const uids = [...new Set(instances.map((instance) => instance.seriesUid))];
  return Promise.all(
    uids.map(async (uid) => {
      const path = `/dicomweb/studies/${studyUid}/series/${uid}`;
      const metadata = await get<DicomJson[]>(`${path}/metadata`, signal);
      return { uid, frames: frames(`${window.location.origin}${API}${path}`, metadata) };
    }),
  );
}

const SPACINGS = ['00280030', '00181164'];

/** Without spacings that are no lengths: with them the picture would have no size. */
export function usable(json: DicomJson): DicomJson {
  const wrong = SPACINGS.filter((tag) => json[tag]?.Value?.some((each) => !(Number(each) > 0)));
  return wrong.length === 0 ? json : Object.fromEntries(Object.entries(json).filter(([tag]) => !wrong.includes(tag)));
}

export function frames(series: string, metadata: DicomJson[]): Frame[] {
  const number = (json: DicomJson) => Number(first(json, NUMBER) ?? 0);
  const name = (json: DicomJson) => String(first(json, SOP));
  return [...metadata]
    .sort((a, b) => number(a) - number(b) || name(a).localeCompare(name(b)))
    .flatMap((json) =>
      Array.from({ length: Math.max(1, Number(first(json, FRAMES) ?? 1)) }, (_, index) => ({
        imageId: `wadors:${series}/instances/${name(json)}/frames/${index + 1}`,
        metadata: usable(json),
      })),
    );
}
