import type { Prediction } from '../api/types';
import { useLanguage } from '../i18n/language';

const WIDTH = 340;
const x = (value: number) => 4 + Math.min(1, Math.max(0, value)) * (WIDTH - 8);

/** The score as a mark on a line from 0 to 1, the threshold as a tick: no gauge, no percentage. */
export function Scale({ prediction }: { prediction: Prediction }) {
  const { text, format } = useLanguage();
  const label = text.decision.scale(format.score(prediction.score), format.score(prediction.threshold));
  return (
    <svg viewBox={`0 0 ${WIDTH} 26`} width="100%" role="img" aria-label={label}>
      <line x1={x(0)} x2={x(1)} y1="13" y2="13" stroke="var(--line-strong)" strokeWidth="2" strokeLinecap="round" />
      <line
        x1={x(prediction.threshold)}
        x2={x(1)}
        y1="13"
        y2="13"
        stroke="var(--beacon)"
        strokeOpacity="0.45"
        strokeWidth="2"
        strokeLinecap="round"
      />
      <line
        x1={x(prediction.threshold)}
        x2={x(prediction.threshold)}
        y1="5"
        y2="21"
        stroke="var(--text)"
        strokeWidth="1.500"
      />
      <circle
        cx={x(prediction.score)}
        cy="13"
        r="5.500"
        fill={prediction.positive ? 'var(--beacon)' : 'var(--panel)'}
        stroke={prediction.positive ? 'var(--panel)' : 'var(--text)'}
        strokeWidth="1.500"
      />
    </svg>
  );
}
