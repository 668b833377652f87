/** The product's mark: half solid, half hollow, as what is evidenced and what is unknown. Decorative. */
export function BrandMark({ size = 18 }: { size?: number }) {
  return (
    <svg viewBox="0 0 18 18" width={size} height={size} aria-hidden="true" className="flex-none">
      <path d="M1 3h7.5v12H1z" fill="currentColor" />
      <path d="M8.5 3.5H17v11H8.5z" fill="none" stroke="currentColor" />
    </svg>
  );
}
