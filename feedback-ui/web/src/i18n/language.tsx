import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { read, write } from '../api/stored';
import { en, type Dictionary } from './en';
import { formats, type Formats } from './formats';
import { fr } from './fr';

export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export const DICTIONARIES: Record<Language, Dictionary> = { fr, en };

const KEY = 'vigie.language';
const isLanguage = (value: unknown): value is Language => value === 'fr' || value === 'en';

/** What was chosen last, else what the browser asks for, else English. */
export function firstLanguage(wanted: readonly string[]): Language {
  const known = wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage);
  return read(KEY, isLanguage) ?? known ?? 'en';
}

interface Spoken {
  language: Language;
  text: Dictionary;
  format: Formats;
  speak: (language: Language) => void;
}

const LanguageContext = createContext<Spoken | null>(null);

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => firstLanguage(navigator.languages));
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const spoken = useMemo<Spoken>(
    () => ({
      language,
      text: DICTIONARIES[language],
      format: formats(language),
      speak: (next) => {
        write(KEY, next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return <LanguageContext value={spoken}>{children}</LanguageContext>;
}

export function useLanguage(): Spoken {
  const spoken = useContext(LanguageContext);
  if (!spoken) {
    throw new Error('LanguageProvider is missing above this component');
  }
  return spoken;
}
