/** What the HTTP API says and accepts, as far as this application uses it. */

export type Role = 'FLAGGER' | 'READER' | 'ADJUDICATOR' | 'ML_ENGINEER' | 'QUALITY' | 'DPO' | 'ADMIN' | 'RUNNER';

export interface User {
  username: string;
  displayName: string;
  roles: Role[];
}

export interface Page<T> {
  items: T[];
  next?: string | null;
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  errors?: { pointer?: string; line?: number; field?: string; detail: string }[];
}

export interface Site {
  code: string;
  name: string;
  zone: string;
}

export interface ModelVersion {
  id: string;
  model: string;
  version: string;
  threshold?: number | null;
  target?: string;
  onnxSha256: string;
  registeredAt: string;
  registeredBy: string;
}

export interface Model {
  name: string;
  task: string;
  target: string;
  versions: ModelVersion[];
  champions: { site: string; version: string; from: string }[];
}

export interface ModelRole {
  id: string;
  version: string;
  site: string;
  role: 'CHAMPION' | 'CANDIDATE';
  from: string;
  to?: string | null;
  reason: string;
  setBy: string;
  setAt: string;
}

export interface Prediction {
  id: string;
  model: string;
  version: string;
  score: number;
  positive: boolean;
  threshold: number;
}

export interface StudyItem {
  id: string;
  studyUid: string;
  site: string;
  acquiredAt: string;
  modality?: string | null;
  bodyPart?: string | null;
  viewPosition?: string | null;
  manufacturerModelName?: string | null;
  prediction?: Prediction | null;
  flags: number;
  flaggedByMe: boolean;
}

export interface Instance {
  id: string;
  seriesUid: string;
  sopUid: string;
  rows: number;
  columns: number;
  frames: number;
  transferSyntax: string;
  attributes?: Record<string, unknown>;
}

export interface Study extends Omit<StudyItem, 'modality' | 'bodyPart' | 'viewPosition' | 'manufacturerModelName'> {
  /** Technical attributes by DICOM keyword in camel case; a value may be a list. */
  attributes: Record<string, unknown>;
  instances: Instance[];
  shadowPredictions?: Prediction[] | null;
}

export const REASONS = [
  'AGREE',
  'FALSE_POSITIVE',
  'MISSED_FINDING',
  'WRONG_PLACE',
  'WRONG_GRADE',
  'UNUSABLE_IMAGE',
  'TECHNICAL',
  'OTHER',
] as const;
export type Reason = (typeof REASONS)[number];

export interface FlagBody {
  studyId: string;
  model: string;
  reason: Reason;
  severity?: number;
  changedDecision?: boolean;
  expected?: string;
  comment?: string;
}

export interface Flag extends FlagBody {
  id: string;
  flaggedAt: string;
  flaggedBy?: string;
}

export type RunState = 'RUNNING' | 'CANCELLED' | 'FINISHED';

export interface Run {
  id: string;
  model: string;
  versions: string[];
  from: string;
  to: string;
  sites: string[];
  state: RunState;
  total: number;
  done: number;
  pending: number;
  leased: number;
  notScored: number;
  notScoredReasons: Record<string, number>;
  predictions: number;
  perVersion: {
    version: string;
    predictions: number;
    meanLatencyMillis?: number | null;
    studiesPerSecond?: number | null;
  }[];
  startedAt: string;
  finishedAt?: string | null;
  createdBy: string;
}

export interface RunBody {
  model: string;
  versions: string[];
  from: string;
  to: string;
  sites?: string[];
}

export interface Interval {
  estimate?: number | null;
  lower?: number | null;
  upper?: number | null;
  n?: number | null;
  minimum?: number | null;
  /** Further cases after which a verdict may be expected. */
  settle?: number | null;
  verdict?: string | null;
}

export interface OverviewWeek {
  week: string;
  from: string;
  volume: number;
  scoreDrift?: { value?: number | null; pValue?: number | null; verdict?: string | null; limit?: number | null } | null;
  driftVerdict?: string | null;
  driftGroups?: string[] | null;
  sensitivity?: Interval | null;
  specificity?: Interval | null;
  positiveRate?: number | null;
  flags?: number | null;
  truthShare?: number | null;
}

export interface Policy {
  version: number;
  owner: string;
  reason: string;
  reference: { from: string; to: string };
  performance: {
    windowWeeks: number;
    confidence: number;
    prevalence: number;
    thresholds: { sensitivity: number; specificity: number };
  };
  drift: { groupBy: string; minimumCases: number };
  falseAlarmsPerYear: number;
  appliedAt: string;
  appliedBy: string;
}

export interface AlertEvent {
  week?: string | null;
  at?: string;
  kind?: string;
  by?: string | null;
  comment?: string | null;
}

export interface Alert {
  id: string;
  model: string;
  kind: string;
  subject: string;
  week: string;
  latestWeek?: string | null;
  severity: number;
  titleText: { fr: string; en: string };
  openedAt: string;
  state: 'OPEN' | 'ACKNOWLEDGED' | 'CLOSED';
  events?: AlertEvent[];
}

export interface Overview {
  model: string;
  weeks: OverviewWeek[];
  openAlerts: Alert[];
}

export interface Report {
  id: string;
  model?: string;
  week: string;
  language: 'fr' | 'en';
  dataCut: string;
  sha256: string;
  pages?: number | null;
}
