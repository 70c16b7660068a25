import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { ProblemError } from '../api/http';
import { ProblemNote } from '../design/ProblemNote';
import { LanguageSwitch } from '../i18n/LanguageSwitch';
import { useLanguage } from '../i18n/language';
import { Mark } from '../design/Mark';
import { useSession } from './session';
import css from './SignIn.module.css';

export function SignIn({ lost }: { lost: boolean }) {
  const { text } = useLanguage();
  const { signIn } = useSession();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await signIn(username.trim(), password);
    } catch (cause) {
      setError(cause);
      setBusy(false);
    }
  }

  const bad = error instanceof ProblemError && error.problem.status === 401;
  return (
    <main className={css.page}>
      <form className={css.form} onSubmit={submit} aria-labelledby="sign-in-title">
        <div className={css.head}>
          <Mark size={44} />
          <div>
            <p className={css.brand}>Vigie</p>
            <p className={css.what}>{text.signIn.what}</p>
          </div>
        </div>
        {lost && (
          <p className={css.lost} role="status">
            {text.signIn.lost}
          </p>
        )}
        <h1 id="sign-in-title" className={css.title}>
          {text.signIn.title}
        </h1>
        <TextInput
          label={text.signIn.username}
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          required
          withAsterisk={false}
        />
        <PasswordInput
          label={text.signIn.password}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
          required
          withAsterisk={false}
        />
        {bad && (
          <p className={css.bad} role="alert">
            {text.signIn.bad}
          </p>
        )}
        {error !== null && !bad && <ProblemNote error={error} />}
        <Button type="submit" loading={busy} fullWidth>
          {text.signIn.submit}
        </Button>
        <LanguageSwitch />
      </form>
      <p className={css.foot}>{text.signIn.foot}</p>
    </main>
  );
}
