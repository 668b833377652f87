"use client";

/** For people who use the keyboard: appears with the focus. */
export function SkipButton({ onSkip, children }: { onSkip: () => void; children: string }) {
  return (
    <button type="button" className="sr-only focus-visible:not-sr-only" onClick={onSkip}>
      {children}
    </button>
  );
}
