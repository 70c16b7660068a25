import type { Interval, Model, OverviewWeek } from '../api/types';
import page from '../design/page.module.css';
import { Verdict } from '../design/Verdict';
import { useLanguage } from '../i18n/language';
import css from './ModelOverview.module.css';

/** The newest week in four verdicts: what a Monday meeting asks first. */
export function LastWeek({ week, model }: { week: OverviewWeek; model: Model }) {
  const { text } = useLanguage();
  const t = text.overview;
  const versions = [...new Set((model.champions ?? []).map((champion) => champion.version))];
  return (
    <dl className={css.tiles} aria-label={t.thisWeek}>
      <div className={css.tile}>
        <dt>{t.thisWeek}</dt>
        <dd className={css.value}>{week.week}</dd>
        <dd className={page.soft}>{t.studiesUnit(week.volume)}</dd>
      </div>
      <div className={css.tile}>
        <dt>{t.inService}</dt>
        <dd className={css.value}>{versions.length > 0 ? versions.join(', ') : '–'}</dd>
        <dd className={page.soft}>{versions.length > 0 ? model.name : t.noChampion}</dd>
      </div>
      <div className={css.tile}>
        <dt>{t.drift}</dt>
        <dd className={css.value}>
          <Verdict verdict={week.driftVerdict ?? week.scoreDrift?.verdict} />
        </dd>
        <dd className={page.soft}>{week.driftGroups?.join(', ') || ' '}</dd>
      </div>
      <Rate name={t.sensitivity} rate={week.sensitivity} />
      <Rate name={t.specificity} rate={week.specificity} />
    </dl>
  );
}

function Rate({ name, rate }: { name: string; rate: Interval | null | undefined }) {
  const { text, format } = useLanguage();
  const t = text.overview;
  return (
    <div className={css.tile}>
      <dt>{name}</dt>
      <dd className={css.value}>{rate?.estimate == null ? '–' : format.score(rate.estimate)}</dd>
      <dd className={page.soft}>
        {rate?.lower != null && rate.upper != null && (
          <>
            {format.score(rate.lower)}–{format.score(rate.upper)}, {format.number(rate.n ?? 0)} {t.cases}
            <br />
          </>
        )}
        {rate?.minimum != null && (
          <>
            {t.minimum} {format.score(rate.minimum)}
          </>
        )}
      </dd>
      <dd>
        <Verdict verdict={rate?.verdict} />
        {rate?.settle != null && <span className={page.soft}> · {t.settle(format.number(rate.settle))}</span>}
      </dd>
    </div>
  );
}
