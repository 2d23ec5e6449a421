/** The product's mark, drawn in place: an image would be one more request after sign-in. */
export function Mark({ size }: { size: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden>
      <rect width="32" height="32" rx="8" fill="#0b5c66" />
      <path d="M16 16 8.5 9M16 16l7.5-7M16 16v9.5" fill="none" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" />
      <g fill="#fff"><circle cx="16" cy="16" r="3.6" /><circle cx="8" cy="8.5" r="2.6" /><circle cx="24" cy="8.5" r="2.6" /><circle cx="16" cy="26" r="2.6" /></g>
    </svg>
  );
}
