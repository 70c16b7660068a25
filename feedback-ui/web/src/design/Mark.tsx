/** An eye that watches a signal. */
export function Mark({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false" fill="none">
      <path
        d="M3 16c3.500-6 8-9 13-9s9.500 3 13 9c-3.500 6-8 9-13 9S6.500 22 3 16z"
        stroke="var(--accent)"
        strokeWidth="2"
      />
      <path
        d="M9 16h3.500l2-4.500 3 9 2-4.500H23"
        stroke="var(--beacon)"
        strokeWidth="2"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
