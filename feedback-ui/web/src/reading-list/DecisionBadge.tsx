import { useLanguage } from '../i18n/language';
import css from './DecisionBadge.module.css';

/** The model's decision as a filled or an empty mark and a word; no alarm colour: it is an opinion. */
export function DecisionBadge({ positive }: { positive: boolean }) {
  const { text } = useLanguage();
  return (
    <span className={positive ? css.positive : css.negative}>
      <span className={css.mark} aria-hidden="true" />
      {positive ? text.decision.positiveShort : text.decision.negativeShort}
    </span>
  );
}
