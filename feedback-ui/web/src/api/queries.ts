import { queryOptions } from '@tanstack/react-query';
import { get, ProblemError, query } from './http';
import type {
  Alert,
  Flag,
  Model,
  ModelRole,
  Overview,
  Page,
  Policy,
  Report,
  Run,
  Site,
  Study,
  StudyItem,
} from './types';

/** One place for what is asked and under which key it is remembered. */

const list = async <T>(path: string, signal: AbortSignal): Promise<T[]> => {
  const answer = await get<Page<T> | T[]>(path, signal);
  return Array.isArray(answer) ? answer : (answer.items ?? []);
};

/** Null where the service says that there is none. */
const orNone = async <T>(asked: Promise<T>): Promise<T | null> => {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 404) {
      return null;
    }
    throw error;
  }
};

const part = encodeURIComponent;

export const sites = queryOptions({ queryKey: ['sites'], queryFn: ({ signal }) => list<Site>('/sites', signal) });

export const models = queryOptions({ queryKey: ['models'], queryFn: ({ signal }) => list<Model>('/models', signal) });

export const roles = (model: string) =>
  queryOptions({
    queryKey: ['models', model, 'roles'],
    queryFn: ({ signal }) => list<ModelRole>(`/models/${part(model)}/roles`, signal),
  });

export interface StudyFilter {
  site?: string;
  model?: string;
  from?: string;
  to?: string;
  flagged?: string;
}

export const studyPage = (filter: StudyFilter, cursor: string | null, signal: AbortSignal) =>
  get<Page<StudyItem>>(`/studies${query({ ...filter, limit: 50, cursor })}`, signal);

export const study = (uid: string, model: string | null) =>
  queryOptions({
    queryKey: ['study', uid, model],
    queryFn: ({ signal }) => get<Study>(`/studies/${part(uid)}${query({ model })}`, signal),
  });

export const myFlags = (study: string) =>
  queryOptions({
    queryKey: ['flags', 'mine', study],
    queryFn: async ({ signal }) =>
      (await list<Flag>(`/flags/mine${query({ study })}`, signal)).filter((flag) => flag.studyId === study),
  });

export const runs = queryOptions({ queryKey: ['runs'], queryFn: ({ signal }) => list<Run>('/runs', signal) });

export const run = (id: string) =>
  queryOptions({ queryKey: ['runs', id], queryFn: ({ signal }) => get<Run>(`/runs/${part(id)}`, signal) });

export const overview = (model: string, site: string | null) =>
  queryOptions({
    queryKey: ['models', model, 'overview', site],
    queryFn: ({ signal }) => get<Overview>(`/models/${part(model)}/overview${query({ site })}`, signal),
  });

export const policy = (model: string) =>
  queryOptions({
    queryKey: ['models', model, 'policy'],
    queryFn: ({ signal }) => orNone(get<Policy>(`/models/${part(model)}/policies/latest`, signal)),
  });

export const alerts = (filter: { model?: string; state?: string }) =>
  queryOptions({
    queryKey: ['alerts', filter],
    queryFn: ({ signal }) => list<Alert>(`/alerts${query({ ...filter })}`, signal),
  });

export const reports = (model: string) =>
  queryOptions({
    queryKey: ['reports', model],
    queryFn: ({ signal }) => list<Report>(`/reports${query({ model })}`, signal),
  });
