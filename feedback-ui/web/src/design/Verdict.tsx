import { useLanguage } from '../i18n/language';
import css from './page.module.css';

const SHAPES = {
  good: 'M2 6.500 5 9.500 10 3',
  bad: 'M6 1 11.500 10.500H.5Z M6 4.500v3 M6 8.900v.3',
  warn: 'M6 .8a5.200 5.200 0 1 0 .01 0Z M3.500 6h5',
};

/** A verdict as a shape and a word. */
export function Verdict({ verdict }: { verdict: string | null | undefined }) {
  const { text } = useLanguage();
  if (!verdict) {
    return <span className={css.soft}>–</span>;
  }
  const { tone, word } = reading(verdict, text.overview);
  return (
    <span className={`${css.chip} ${css[tone]}`}>
      <svg
        width="12"
        height="12"
        viewBox="0 0 12 12"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        aria-hidden="true"
      >
        <path d={SHAPES[tone]} strokeLinejoin="round" strokeLinecap="round" />
      </svg>
      {word}
    </span>
  );
}

interface Words {
  drifted: string;
  stable: string;
  inconclusive: string;
  met: string;
  notMet: string;
}

export function reading(verdict: string, words: Words): { tone: 'good' | 'warn' | 'bad'; word: string } {
  switch (verdict) {
    case 'STABLE':
      return { tone: 'good', word: words.stable };
    case 'DRIFTED':
      return { tone: 'bad', word: words.drifted };
    case 'INCONCLUSIVE':
      return { tone: 'warn', word: words.inconclusive };
    case 'PASS':
      return { tone: 'good', word: words.met };
    case 'FAIL':
      return { tone: 'bad', word: words.notMet };
    default:
      return { tone: 'warn', word: verdict.toLowerCase().replaceAll('_', ' ') };
  }
}
