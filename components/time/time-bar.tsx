"use client";

import { memo, type Ref, useState } from "react";
import { LatePart, lateComponent } from "@/components/ui/lazy-part";
import { TimeFrame } from "./time-frame";
import type { TimePartsProps } from "./time-parts";

const TIME_PARTS = lateComponent(() => import("./time-parts").then((m) => m.TimeParts));

/** The time bar of the explorer: open on a wide screen; on a narrow one a button opens it. */
export const TimeBar = memo(function TimeBar({
  ref,
  ...props
}: TimePartsProps & { ref: Ref<HTMLElement> }) {
  const { moment, today, onUse } = props;
  const [open, setOpen] = useState(false);
  const toggle = () => {
    onUse();
    setOpen(!open);
  };
  return (
    <TimeFrame day={moment.asOf ?? today} open={open} onToggle={toggle} ref={ref}>
      <LatePart of={TIME_PARTS} props={props} />
    </TimeFrame>
  );
});
