/** A turning ring while something loads. Decorative: put words beside it. */
export function Spinner({ size = 16 }: { size?: number }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="none"
      strokeWidth="1.75"
      aria-hidden="true"
      className="flex-none animate-spin motion-reduce:animate-none"
    >
      <circle cx="8" cy="8" r="6" className="stroke-line-2" />
      <path d="M8 2a6 6 0 0 1 6 6" className="stroke-accent" strokeLinecap="round" />
    </svg>
  );
}
