import type { ReactNode } from "react";
import { cx } from "./cx";

/** `plain`: information. `amber`: a warning. `rust`: something failed or was refused. */
type NoticeTone = "plain" | "amber" | "rust";

const TONES: Record<NoticeTone, string> = {
  plain: "bg-paper-2 text-ink-2",
  amber: "bg-amber-wash text-amber-ink",
  rust: "bg-rust-wash text-rust",
};

interface NoticeProps {
  tone?: NoticeTone;
  children: ReactNode;
  /** A button or a link. */
  action?: ReactNode;
  /** Screen readers read it when it appears; `rust` at once. */
  live?: boolean;
  className?: string;
}

/** A message in the flow of the page: what happened and what to do. */
export function Notice({ tone = "plain", children, action, live = false, className }: NoticeProps) {
  const role = live ? (tone === "rust" ? "alert" : "status") : undefined;
  return (
    <div
      role={role}
      className={cx(
        "flex flex-wrap items-center gap-x-4 gap-y-2 rounded-2 px-3 py-2",
        TONES[tone],
        className,
      )}
    >
      <div className="min-w-0 flex-1 basis-60">{children}</div>
      {action}
    </div>
  );
}
