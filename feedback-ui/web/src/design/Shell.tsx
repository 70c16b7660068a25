import { useState, type ReactNode } from 'react';
import { NavLink, Link } from 'react-router';
import { useLanguage } from '../i18n/language';
import { LanguageSwitch } from '../i18n/LanguageSwitch';
import { KeyList } from '../keys/KeyList';
import { useKeys } from '../keys/useKeys';
import { mayWatch } from '../session/rights';
import { useSession, useUser } from '../session/session';
import { useOutbox } from '../study/useOutbox';
import { Mark } from './Mark';
import css from './Shell.module.css';

/** The bar on top, the page below it, the list of keys at hand. */
export function Shell({ children }: { children: ReactNode }) {
  const { text } = useLanguage();
  const user = useUser();
  const { signOut } = useSession();
  const { letters } = useOutbox();
  const [keysShown, setKeysShown] = useState(false);
  useKeys({ f1: () => setKeysShown(true), '?': () => setKeysShown(true) });

  const places = [
    { to: '/', label: text.nav.studies, end: true },
    ...(mayWatch(user)
      ? [
          { to: '/models', label: text.nav.overview, end: false },
          { to: '/runs', label: text.nav.runs, end: false },
          { to: '/alerts', label: text.nav.alerts, end: false },
          { to: '/reports', label: text.nav.reports, end: false },
        ]
      : []),
  ];
  return (
    <div className={css.shell}>
      <a
        className={css.skip}
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('content')?.focus();
        }}
      >
        {text.nav.skip}
      </a>
      <header className={css.bar}>
        <Link to="/" className={css.brand} aria-label={text.nav.home}>
          <Mark />
          <span>Vigie</span>
        </Link>
        <nav className={css.nav} aria-label={text.nav.main}>
          {places.map((place) => (
            <NavLink key={place.to} to={place.to} end={place.end} className={css.place}>
              {place.label}
            </NavLink>
          ))}
        </nav>
        <div className={css.side}>
          {letters.length > 0 && (
            <span className={css.unsent} role="status">
              {text.nav.unsent(letters.length)}
            </span>
          )}
          <button type="button" className={css.plain} aria-keyshortcuts="F1" onClick={() => setKeysShown(true)}>
            {text.nav.keys} <kbd>?</kbd>
          </button>
          <LanguageSwitch />
          <span className={css.user}>{user.displayName}</span>
          <button type="button" className={css.plain} onClick={() => void signOut()}>
            {text.nav.signOut}
          </button>
        </div>
      </header>
      <main id="content" className={css.content} tabIndex={-1}>
        {children}
      </main>
      <KeyList opened={keysShown} onClose={() => setKeysShown(false)} />
    </div>
  );
}
