import { TimeOver, type TimeOverProps } from "@/app/(site)/subject-time-bar";

/** Props of the bar of time over a page about one zone. */
export interface TimeOverZoneProps extends Omit<TimeOverProps, "isOwn"> {
  slug: string;
}

/** Time over a page about one zone: the claims and the days are those of the zone and its firms. */
export function TimeOverZone({ slug, ...props }: TimeOverZoneProps) {
  return (
    <TimeOver {...props} isOwn={(subject) => subject === slug || subject.startsWith(`${slug}/`)} />
  );
}
