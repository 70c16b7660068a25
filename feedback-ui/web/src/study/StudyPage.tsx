import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { models, sites, study as studyOf } from '../api/queries';
import type { Study } from '../api/types';
import page from '../design/page.module.css';
import { useTitle } from '../design/Page';
import { ProblemNote } from '../design/ProblemNote';
import { useLanguage } from '../i18n/language';
import { useKeys } from '../keys/useKeys';
import { neighbours } from '../reading-list/order';
import { short } from '../reading-list/ReadingList';
import { maySeeShadow } from '../session/rights';
import { useUser } from '../session/session';
import { attribute, SHOWN } from './attributes';
import { FlagPanel } from './FlagPanel';
import { ModelResult } from './ModelResult';
import { ShadowResults } from './ShadowResults';
import { Viewer, type Picture } from './viewer/Viewer';
import css from './StudyPage.module.css';

export default function StudyPage() {
  const { text } = useLanguage();
  const { uid = '' } = useParams();
  const [search] = useSearchParams();
  const known = useQuery(models);
  const model = search.get('model') ?? known.data?.[0]?.name ?? null;
  const found = useQuery({ ...studyOf(uid, model), enabled: model !== null || known.isFetched });
  useTitle(text.study.title(short(uid)));
  const navigate = useNavigate();
  const pseudonym = found.data?.studyUid;
  useEffect(() => {
    // a link from outside may name the study by its original identifier, which must not stay in the address
    if (pseudonym && pseudonym !== uid) {
      const query = search.toString();
      void navigate(`/study/${pseudonym}${query ? `?${query}` : ''}`, { replace: true });
    }
  }, [pseudonym, uid, search, navigate]);
  return (
    <div className={css.page}>
      <Bar uid={uid} search={search.toString()} />
      {found.error ? (
        <div className={css.problem}>
          <ProblemNote error={found.error} retry={() => void found.refetch()} />
        </div>
      ) : found.data ? (
        <Reading key={found.data.id} study={found.data} model={model} />
      ) : (
        <p className={css.problem}>{text.common.loading}</p>
      )}
    </div>
  );
}

function Bar({ uid, search }: { uid: string; search: string }) {
  const { text } = useLanguage();
  const navigate = useNavigate();
  const { previous, next } = neighbours(uid);
  const to = (other: string) => `/study/${other}${search ? `?${search}` : ''}`;
  const model = new URLSearchParams(search).get('model');
  const list = model ? `/?model=${encodeURIComponent(model)}` : '/';
  useKeys({
    j: next === null ? undefined : () => void navigate(to(next)),
    k: previous === null ? undefined : () => void navigate(to(previous)),
    escape: () => void navigate(list),
  });
  return (
    <div className={css.bar}>
      <Link to={list}>{text.study.back}</Link>
      <h1 className={css.title}>{text.study.title(short(uid))}</h1>
      <nav className={css.steps} aria-label={text.nav.studies}>
        {previous && (
          <Link to={to(previous)} aria-keyshortcuts="K">
            {text.study.previous} <kbd>K</kbd>
          </Link>
        )}
        {next && (
          <Link to={to(next)} aria-keyshortcuts="J">
            {text.study.next} <kbd>J</kbd>
          </Link>
        )}
      </nav>
    </div>
  );
}

function Reading({ study, model }: { study: Study; model: string | null }) {
  const user = useUser();
  const places = useQuery(sites);
  const known = useQuery(models);
  const [picture, setPicture] = useState<Picture>('loading');
  const zone = places.data?.find((site) => site.code === study.site)?.zone;
  const judged = study.prediction?.model ?? model;
  const target = known.data?.find((each) => each.name === judged)?.target ?? judged ?? '';
  return (
    <div className={css.reading}>
      <Viewer study={study} zone={zone} onPicture={setPicture} />
      <div className={css.side}>
        <ModelResult prediction={study.prediction ?? null} target={target} />
        <FlagPanel study={study} prediction={study.prediction ?? null} picture={picture} />
        {maySeeShadow(user) && <ShadowResults predictions={study.shadowPredictions ?? []} />}
        <About study={study} zone={zone} />
      </div>
    </div>
  );
}

function About({ study, zone }: { study: Study; zone?: string }) {
  const { text, format } = useLanguage();
  return (
    <section className={css.block} aria-label={text.study.about}>
      <h2 className={css.blockTitle}>{text.study.about}</h2>
      <dl className={page.facts}>
        <dt>{text.study.acquired}</dt>
        <dd>{format.dateTime(study.acquiredAt, zone)}</dd>
        <dt>{text.common.site}</dt>
        <dd>{study.site}</dd>
        {SHOWN.map((name) => (
          <div key={name} className={css.fact}>
            <dt>{text.study.attributes[name]}</dt>
            <dd>{attribute(study, name) ?? <span className={page.soft}>{text.common.unknown}</span>}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
