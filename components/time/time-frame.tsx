import type { ReactNode, Ref } from "react";
import { ChevronDownIcon } from "@/components/ui/icons";
import { usePlainText } from "@/lib/text/use-plain-text";
import type { Day } from "@/lib/time/day";
import "./time-bar.css";

interface TimeFrameProps {
  /** The day shown. */
  day: Day;
  open: boolean;
  onToggle: () => void;
  /** Called where a press is likely, to load what it needs. */
  onNear?: () => void;
  /** Before the day: which zones the page is about. */
  before?: ReactNode;
  /** The frame, which can get the focus. */
  ref?: Ref<HTMLElement>;
  /** The controls. */
  children: ReactNode;
}

/** The frame of a time bar, with the button that names the day and opens the controls. */
export function TimeFrame({ day, open, onToggle, onNear, before, ref, children }: TimeFrameProps) {
  const text = usePlainText();
  return (
    <section
      ref={ref}
      tabIndex={-1}
      aria-label={text.t("time.label")}
      className="time-bar no-print"
      data-open={open || undefined}
    >
      <button
        type="button"
        className="time-open"
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
