/** Turning ring: something is on its way. Decorative; the words stand beside it. */
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

/** Props of a progress bar. */
export interface ProgressProps {
  /** What is going on, read aloud. */
  label: string;
  /** Share done, 0 to 1; null while it is not known. */
  share: number | null;
}

/** How much of long work is done; hollow while that is not known. */
export function Progress({ label, share }: ProgressProps) {
  const percent = share === null ? null : Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent ?? undefined}
      className="h-1.5 rounded-1 shadow-[inset_0_0_0_1px_var(--color-edge)]"
    >
      {percent === null ? null : (
        <div className="h-full rounded-1 bg-accent" style={{ width: `${percent}%` }} />
      )}
    </div>
  );
}
