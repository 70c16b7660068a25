import type { Run } from '../api/types';
import { useLanguage } from '../i18n/language';
import css from './Runs.module.css';

/** Done, not scored and with the runner as lengths of one bar; the rest waits. */
export function Progress({ run, thin = false }: { run: Run; thin?: boolean }) {
  const { text, format } = useLanguage();
  const share = (n: number) => `${run.total > 0 ? (100 * n) / run.total : 0}%`;
  const finished = run.done + run.notScored;
  return (
    <span
      className={thin ? css.thin : css.progress}
      role="progressbar"
      aria-label={text.runs.progress}
      aria-valuemin={0}
      aria-valuemax={run.total}
      aria-valuenow={finished}
      aria-valuetext={text.runs.cases(format.number(finished), format.number(run.total))}
    >
      <span className={css.done} style={{ width: share(run.done) }} />
      <span className={css.notScored} style={{ width: share(run.notScored) }} />
      <span className={css.leased} style={{ width: share(run.leased) }} />
    </span>
  );
}
