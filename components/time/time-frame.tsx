import type { ReactNode, Ref } from "react";
import { cx } from "@/components/ui/cx";
import { ChevronDownIcon } from "@/components/ui/icons";
import { usePlainText } from "@/lib/text/use-plain-text";
import type { Day } from "@/lib/time/day";

interface TimeFrameProps {
  /** The day shown. */
  day: Day;
  open: boolean;
  onToggle: () => void;
  /** Called where a press is likely, to load what it needs. */
  onNear?: () => void;
  /** Is it at the top of a page, and not at the foot of the explorer? */
  strip?: boolean;
  /** Before the day: which zones the page is about. */
  before?: ReactNode;
  /** The frame, which can get the focus. */
  ref?: Ref<HTMLElement>;
  /** The controls. */
  children: ReactNode;
}

/** At the foot of the explorer: one line on a wide screen; on a narrow one a button that opens it upwards. */
const FOOT =
  "flex-none gap-x-4 gap-y-1 border-line border-t bg-paper-2 px-5 pt-1.5 pb-1 max-[60rem]:sticky max-[60rem]:bottom-0 max-[60rem]:z-6 max-[60rem]:order-7 max-[60rem]:flex-wrap max-[60rem]:px-4 max-[60rem]:py-0 max-[60rem]:shadow-sheet max-[60rem]:data-open:pb-2";
/** At the top of a page: a button that opens it. */
const STRIP =
  "w-fit flex-wrap gap-x-4 gap-y-1 rounded-1 border border-line-2 px-2 data-open:w-auto data-open:pb-2 max-[60rem]:px-3";

/** The frame of a time bar, with the button that names the day and opens the controls. */
export function TimeFrame({
  day,
  open,
  onToggle,
  onNear,
  strip = false,
  before,
  ref,
  children,
}: TimeFrameProps) {
  const text = usePlainText();
  return (
    <section
      ref={ref}
      tabIndex={-1}
      aria-label={text.t("time.label")}
      className={cx(
        "time-bar group/time no-print flex items-center [--thumb:14px] pointer-coarse:[--thumb:24px]",
        strip ? STRIP : FOOT,
      )}
      data-open={open || undefined}
    >
      <button
        type="button"
        className={cx(
          "flex-[1_0_100%] items-center gap-1.5 max-[60rem]:*:last:ms-auto",
          strip
            ? "flex min-h-[calc(var(--control)-2px)] group-data-open/time:*:last:rotate-180"
            : "hidden min-h-11 *:last:rotate-180 group-data-open/time:*:last:rotate-0 max-[60rem]:flex",
        )}
        aria-expanded={open}
        onClick={onToggle}
        onPointerEnter={onNear}
        onFocus={onNear}
      >
        {before}
        <span>
          {text.t.rich("time.asOfDay", { day: text.day(day), b: (words) => <b>{words}</b> })}
        </span>
        <ChevronDownIcon />
      </button>
      {children}
    </section>
  );
}
