"use client";

import { memo, type Ref, useState } from "react";
import { TimeFrame } from "./time-frame";
import { TimeParts, type TimePartsProps } from "./time-parts";

/** The time bar of the explorer: open on a wide screen; on a narrow one a button opens it. */
export const TimeBar = memo(function TimeBar({
  ref,
  ...props
}: TimePartsProps & { ref: Ref<HTMLElement> }) {
  const { moment, today } = props;
  const [open, setOpen] = useState(false);
  return (
    <TimeFrame day={moment.asOf ?? today} open={open} onToggle={() => setOpen(!open)} ref={ref}>
      <TimeParts {...props} />
    </TimeFrame>
  );
});
