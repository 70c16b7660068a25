import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { post, uuid } from '../api/http';
import type { Alert } from '../api/types';
import page from '../design/page.module.css';
import { ProblemNote } from '../design/ProblemNote';
import { useLanguage } from '../i18n/language';
import { mayCloseAlerts } from '../session/rights';
import { useUser } from '../session/session';
import css from './AlertList.module.css';

export function AlertList({ alerts }: { alerts: Alert[] }) {
  const { text } = useLanguage();
  if (alerts.length === 0) {
    return <p className={page.empty}>{text.alerts.none}</p>;
  }
  return (
    <ul className={css.list}>
      {alerts.map((alert) => (
        <Entry key={alert.id} alert={alert} />
      ))}
    </ul>
  );
}

const weeks = ({ week, latestWeek }: Alert) => (latestWeek && latestWeek !== week ? `${week} – ${latestWeek}` : week);

type Act = 'acknowledge' | 'close';

function Entry({ alert }: { alert: Alert }) {
  const { text, language, format } = useLanguage();
  const t = text.alerts;
  const user = useUser();
  const [act, setAct] = useState<Act | null>(null);
  const open = alert.state !== 'CLOSED';
  return (
    <li className={css.alert} data-state={alert.state}>
      <div className={css.head}>
        <div>
          <p className={css.title}>{alert.titleText[language]}</p>
          <p className={css.facts}>
            {t.states[alert.state]} · {alert.model} · {weeks(alert)} · {t.opened} {format.dateTime(alert.openedAt)} ·{' '}
            {t.severities[alert.severity] ?? alert.severity}
          </p>
        </div>
        {open && act === null && (
          <div className={css.actions}>
            {alert.state === 'OPEN' && (
              <Button size="xs" variant="default" onClick={() => setAct('acknowledge')}>
                {t.acknowledge}
              </Button>
            )}
            {mayCloseAlerts(user) && (
              <Button size="xs" variant="default" onClick={() => setAct('close')}>
                {t.close}
              </Button>
            )}
          </div>
        )}
      </div>
      {act && <Answer alert={alert} act={act} done={() => setAct(null)} />}
      {alert.events && alert.events.length > 0 && (
        <details className={css.events}>
          <summary>
            {t.events} ({alert.events.length})
          </summary>
          <ol>
            {alert.events.map((event, index) => (
              <li key={index}>
                {[
                  event.at && format.dateTime(event.at),
                  event.kind && (t.eventKinds[event.kind] ?? event.kind.toLowerCase().replaceAll('_', ' ')),
                  event.week,
                  event.by && text.common.by(event.by),
                  event.comment,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  );
}

function Answer({ alert, act, done }: { alert: Alert; act: Act; done: () => void }) {
  const { text } = useLanguage();
  const t = text.alerts;
  const client = useQueryClient();
  const [comment, setComment] = useState('');
  const send = useMutation({
    mutationFn: () => post<Alert>(`/alerts/${alert.id}/${act}`, { comment: comment.trim() }, uuid()),
    onSuccess: async () => {
      await client.invalidateQueries();
      done();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <form className={css.answer} onSubmit={submit}>
      <Textarea
        size="xs"
        label={t.comment}
        autoFocus
        required
        withAsterisk={false}
        maxLength={2000}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      {send.error && <ProblemNote error={send.error} />}
      <div className={css.actions}>
        <Button type="submit" size="xs" loading={send.isPending} disabled={comment.trim() === ''}>
          {t[act]}
        </Button>
        <Button size="xs" variant="default" onClick={done}>
          {text.common.cancel}
        </Button>
      </div>
    </form>
  );
}
