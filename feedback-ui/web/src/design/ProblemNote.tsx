import { Button } from '@mantine/core';
import { NoAnswerError, ProblemError } from '../api/http';
import { useLanguage } from '../i18n/language';
import css from './ProblemNote.module.css';

/** What went wrong, in the reader's language, and below it the service's own words. */
export function ProblemNote({ error, retry }: { error: unknown; retry?: () => void }) {
  const { text } = useLanguage();
  const problem = error instanceof ProblemError ? error.problem : null;
  const sentence =
    error instanceof NoAnswerError
      ? text.problem.noAnswer
      : problem?.status === 403
        ? text.problem.forbidden
        : problem?.status === 404
          ? text.problem.notFound
          : text.problem.other;
  return (
    <div className={css.note} role="alert">
      <p className={css.sentence}>{sentence}</p>
      {problem && (
        <p className={css.detail} lang="en">
          {[problem.title, problem.detail].filter(Boolean).join(': ')}
        </p>
      )}
      {problem?.errors?.map((each, index) => (
        <p key={index} className={css.detail} lang="en">
          {[each.pointer ?? each.field, each.detail].filter(Boolean).join(': ')}
        </p>
      ))}
      {retry && (
        <Button size="xs" variant="default" onClick={retry}>
          {text.common.retry}
        </Button>
      )}
    </div>
  );
}
