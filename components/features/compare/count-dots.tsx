"use client";

interface CountDotsProps {
  count: number;
  /** Is it a count of what is unknown? */
  hollow: boolean;
}

/** A count with as many squares; hollow for what is unknown. A client component, so that a page sends the count alone. */
export function CountDots({ count, hollow }: CountDotsProps) {
  return (
    <span className="comparison-count" data-hollow={hollow || undefined}>
      <span className={count === 0 ? "text-ink-3" : undefined}>{count}</span>
      <span aria-hidden="true">
        {Array.from({ length: count }, (_, dot) => dot).map((dot) => (
          <i key={dot} />
        ))}
      </span>
    </span>
  );
}
