import { DICTIONARIES, LANGUAGES, useLanguage } from './language';
import css from './LanguageSwitch.module.css';

export function LanguageSwitch() {
  const { language, speak, text } = useLanguage();
  return (
    <div className={css.group} role="group" aria-label={text.nav.language}>
      {LANGUAGES.map((tag) => (
        <button
          key={tag}
          type="button"
          lang={tag}
          className={css.choice}
          aria-pressed={tag === language}
          onClick={() => speak(tag)}
        >
          {DICTIONARIES[tag].name}
        </button>
      ))}
    </div>
  );
}
