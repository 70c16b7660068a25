import type { Policy } from '../api/types';
import page from '../design/page.module.css';
import { useLanguage } from '../i18n/language';

/** What the hospital requires of this model. */
export function PolicySummary({ policy }: { policy: Policy | null }) {
  const { text, format } = useLanguage();
  const t = text.overview;
  if (!policy) {
    return <p className={page.empty}>{t.noPolicy}</p>;
  }
  const f = t.policyFields;
  const { performance, drift } = policy;
  const facts: [string, string][] = [
    [text.common.version, `${policy.version}, ${format.date(policy.appliedAt)}, ${text.common.by(policy.appliedBy)}`],
    [f.owner, policy.owner],
    [f.reason, policy.reason],
    [f.reference, `${format.date(policy.reference.from)} – ${format.date(policy.reference.to)}`],
    [f.sensitivity, format.score(performance.thresholds.sensitivity)],
    [f.specificity, format.score(performance.thresholds.specificity)],
    [f.confidence, format.percent(performance.confidence)],
    [f.windowWeeks, t.weeksUnit(performance.windowWeeks)],
    [f.prevalence, format.percent(performance.prevalence)],
    [f.falseAlarms, t.perYear(format.number(policy.falseAlarmsPerYear))],
    [f.groupBy, drift.groupBy],
  ];
  return (
    <dl className={page.facts}>
      {facts.map(([name, value]) => (
        <div key={name} className={page.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
