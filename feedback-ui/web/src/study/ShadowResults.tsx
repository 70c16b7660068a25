import type { Prediction } from '../api/types';
import page from '../design/page.module.css';
import { useLanguage } from '../i18n/language';
import { DecisionBadge } from '../reading-list/DecisionBadge';
import css from './ShadowResults.module.css';

/** Candidates' answers, set apart so that nobody takes them for the model in service. */
export function ShadowResults({ predictions }: { predictions: Prediction[] }) {
  const { text, format } = useLanguage();
  if (predictions.length === 0) {
    return null;
  }
  return (
    <section className={css.box} aria-label={text.decision.shadowTitle} data-shadow>
      <h2 className={css.title}>{text.decision.shadowTitle}</h2>
      <table className={page.table}>
        <thead>
          <tr>
            <th scope="col">{text.common.version}</th>
            <th scope="col">{text.list.result}</th>
            <th scope="col" className={page.num}>
              {text.list.score}
            </th>
          </tr>
        </thead>
        <tbody>
          {predictions.map((prediction) => (
            <tr key={prediction.id}>
              <td>{prediction.version}</td>
              <td>
                <DecisionBadge positive={prediction.positive} />
              </td>
              <td className={page.num}>{format.score(prediction.score)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={css.note}>{text.decision.shadowNote}</p>
    </section>
  );
}
