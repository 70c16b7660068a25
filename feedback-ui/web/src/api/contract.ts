import type { components } from './schema';
import type {
  Alert,
  Flag,
  Model,
  ModelRole,
  Overview,
  Policy,
  Prediction,
  Report,
  Run,
  Site,
  Study,
  StudyItem,
  User,
} from './types';

/**
 * Holds our reading of the API against the document that the service publishes (`npm run api` takes it over): what the
 * service may say must fit what we read, or this file does not compile. Nothing here runs.
 */
type Said = components['schemas'];

type Reads<Ours, Theirs extends Ours> = [Ours, Theirs];

export type Contract = [
  Reads<Omit<User, 'roles'> & { roles: string[] }, Said['SessionController.SessionView']>,
  Reads<Site, Said['SiteController.SiteView']>,
  Reads<Model, Said['ModelController.ModelView']>,
  Reads<ModelRole, Said['RoleController.RoleView']>,
  Reads<Prediction, Said['StudyViews.PredictionView']>,
  Reads<Omit<StudyItem, 'modality' | 'bodyPart' | 'viewPosition' | 'manufacturerModelName'>, Said['StudyViews.Line']>,
  Reads<Study, Said['StudyViews.Study']>,
  Reads<Omit<Flag, 'reason' | keyof Optional> & { reason: string }, Said['FlagView']>,
  Reads<Policy, Said['PolicyView']>,
  Reads<Omit<Overview, 'openAlerts'>, Said['OverviewController.OverviewView']>,
  Reads<Omit<Report, 'language'> & { language: string }, Said['ReportController.ReportView']>,
  Reads<Run, Said['RunView']>,
  Reads<Omit<Alert, 'state'> & { state: string }, Said['AlertView']>,
];

interface Optional {
  severity: unknown;
  changedDecision: unknown;
  expected: unknown;
  comment: unknown;
}
