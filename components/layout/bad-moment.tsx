import { BadAddress, type BadParameter } from "./bad-parameters";

/** In place of a page whose address has a date or revision that cannot be shown. `today`: the page today. */
export function BadMoment({
  problems,
  today,
}: {
  problems: readonly BadParameter[];
  today: string;
}) {
  return <BadAddress problems={problems} path={today} />;
}
