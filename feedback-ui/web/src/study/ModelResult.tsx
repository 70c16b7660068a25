import type { Prediction } from '../api/types';
import page from '../design/page.module.css';
import { useLanguage } from '../i18n/language';
import { Scale } from './Scale';
import css from './ModelResult.module.css';
import block from './StudyPage.module.css';

/** What the model in service answered, in words first. */
export function ModelResult({ prediction, target }: { prediction: Prediction | null; target: string }) {
  const { text, format } = useLanguage();
  const t = text.decision;
  if (!prediction) {
    return (
      <section className={block.block} aria-label={t.title}>
        <h2 className={block.blockTitle}>{t.title}</h2>
        <p className={css.none}>{t.none}</p>
      </section>
    );
  }
  const score = format.score(prediction.score);
  const threshold = format.score(prediction.threshold);
  return (
    <section className={block.block} aria-label={t.title} data-result>
      <h2 className={block.blockTitle}>{t.title}</h2>
      <p className={prediction.positive ? css.positive : css.negative}>
        {prediction.positive ? t.positive(target) : t.negative(target)}
      </p>
      <Scale prediction={prediction} />
      <p className={css.words}>{prediction.positive ? t.above(score, threshold) : t.below(score, threshold)}</p>
      <p className={`${page.soft} ${page.small} ${css.words}`}>
        {t.inService(`${prediction.model} ${prediction.version}`)}
        <br />
        {t.note}
      </p>
    </section>
  );
}
