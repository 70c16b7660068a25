import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { myFlags } from '../api/queries';
import { REASONS, type Prediction, type Reason, type Study } from '../api/types';
import { useLanguage } from '../i18n/language';
import { useKeys } from '../keys/useKeys';
import { mayFlag } from '../session/rights';
import { useUser } from '../session/session';
import { body, draftOf, EMPTY, isEmpty, keepDraft, readDraft, type Draft } from './draft';
import { FlagDetails } from './FlagDetails';
import type { Letter } from './outbox';
import { REASON_KEYS } from './reasons';
import { useOutbox } from './useOutbox';
import type { Picture } from './viewer/Viewer';
import css from './FlagPanel.module.css';
import block from './StudyPage.module.css';

interface Properties {
  study: Study;
  prediction: Prediction | null;
  picture: Picture;
}

/** One key chooses, Enter saves. Nothing is chosen beforehand. */
export function FlagPanel({ study, prediction, picture }: Properties) {
  const { text } = useLanguage();
  const user = useUser();
  const t = text.flag;
  return (
    <section className={block.block} aria-label={t.title}>
      <h2 className={block.blockTitle}>{t.title}</h2>
      {!mayFlag(user) ? (
        <p className={css.note}>{t.notAllowed}</p>
      ) : !prediction ? (
        <p className={css.note}>{t.noPrediction}</p>
      ) : (
        <Form study={study} model={prediction.model} blocked={picture !== 'shown'} user={user.username} />
      )}
    </section>
  );
}

interface FormProperties {
  study: Study;
  model: string;
  blocked: boolean;
  user: string;
}

type Said = { kind: 'saved'; reason: Reason; at: Date } | { kind: 'queued' } | null;

function Form({ study, model, blocked, user }: FormProperties) {
  const { text, format } = useLanguage();
  const t = text.flag;
  const client = useQueryClient();
  const { outbox, letters } = useOutbox();
  const [draft, setDraft] = useState<Draft>(() => readDraft(user, study.id, model));
  const [kept, setKept] = useState(true);
  const [said, setSaid] = useState<Said>(null);
  const [sending, setSending] = useState(false);

  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    setKept(keepDraft(user, study.id, model, next));
    setSaid(null);
  };

  const ready = draft.reason !== null && !blocked && !sending;
  const save = async () => {
    const flag = body(study.id, model, draft);
    if (!flag || !ready) {
      return;
    }
    setSending(true);
    const letter = outbox.add(flag);
    setDraft(EMPTY);
    keepDraft(user, study.id, model, EMPTY);
    await outbox.flush();
    setSending(false);
    const mine = outbox.letters().find((each) => each.key === letter.key);
    if (!mine) {
      setSaid({ kind: 'saved', reason: flag.reason, at: new Date() });
      void client.invalidateQueries({ queryKey: ['flags'] });
      void client.invalidateQueries({ queryKey: ['studies'] });
    } else if (mine.refused === null) {
      setSaid({ kind: 'queued' });
    }
  };

  useKeys({
    ...Object.fromEntries(
      REASONS.map((reason) => [REASON_KEYS[reason], blocked ? undefined : () => change({ reason })]),
    ),
    enter: ready ? () => void save() : undefined,
    'ctrl+enter': ready ? () => void save() : undefined,
  });

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <fieldset className={css.reasons} disabled={blocked} aria-describedby={blocked ? 'flag-blocked' : undefined}>
        <legend className={css.question}>{t.question}</legend>
        {REASONS.map((reason) => (
          <label key={reason} className={css.reason} data-chosen={draft.reason === reason}>
            <input
              type="radio"
              name="reason"
              value={reason}
              checked={draft.reason === reason}
              aria-keyshortcuts={REASON_KEYS[reason].toUpperCase()}
              onChange={() => change({ reason })}
            />
            <kbd aria-hidden="true">{REASON_KEYS[reason].toUpperCase()}</kbd>
            <span>{t.reasons[reason]}</span>
          </label>
        ))}
      </fieldset>
      <FlagDetails draft={draft} change={change} disabled={blocked} />
      <div className={css.save}>
        <Button type="submit" disabled={!ready} aria-keyshortcuts="Enter Control+Enter">
          {sending ? t.sending : t.save}
        </Button>
        <kbd aria-hidden="true">↵</kbd>
        <span className={css.note} id="flag-blocked">
          {blocked ? t.blocked : !isEmpty(draft) ? (kept ? t.draft : t.noStore) : ''}
        </span>
      </div>
      <div role="status" className={css.said}>
        {said?.kind === 'saved' && <p className={css.saved}>{t.saved(t.reasons[said.reason], format.time(said.at))}</p>}
        {said?.kind === 'queued' && <p className={css.queued}>{t.queued}</p>}
      </div>
      {letters
        .filter((letter) => letter.refused !== null && letter.body.studyId === study.id)
        .map((letter) => (
          <Refused
            key={letter.key}
            letter={letter}
            restore={() => {
              change(draftOf(letter.body));
              outbox.drop(letter.key);
            }}
            drop={() => outbox.drop(letter.key)}
          />
        ))}
      <Mine study={study.id} />
    </form>
  );
}

function Refused({ letter, restore, drop }: { letter: Letter; restore: () => void; drop: () => void }) {
  const { text } = useLanguage();
  return (
    <div className={css.refused} role="alert">
      <p>{text.flag.refused(letter.refused ?? '')}</p>
      <Button size="xs" variant="default" onClick={restore}>
        {text.flag.restore}
      </Button>
      <Button size="xs" variant="default" onClick={drop}>
        {text.flag.drop}
      </Button>
    </div>
  );
}

function Mine({ study }: { study: string }) {
  const { text, format } = useLanguage();
  const found = useQuery(myFlags(study));
  if (!found.data || found.data.length === 0) {
    return null;
  }
  return (
    <div className={css.mine}>
      <h3 className={css.mineTitle}>{text.flag.mine}</h3>
      <ul>
        {found.data.map((flag) => (
          <li key={flag.id}>
            {text.flag.reasons[flag.reason]} <span className={css.note}>{format.dateTime(flag.flaggedAt)}</span>
            {flag.comment && <p className={css.comment}>{flag.comment}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}
