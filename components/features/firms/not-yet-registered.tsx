import { MessagePage } from "@/components/layout/message-page";
import { firmPath, INVESTORS_PATH } from "@/lib/firms/firm-address";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";

interface FirmNotYetRegisteredProps {
  id: string;
  name: string;
  asOf: Day;
  revision: number;
  /** The first day with the firm in a zone, as known in that revision; null: there is none. */
  from: Day | null;
}

/** In place of a firm that no report puts into a zone of the register on that day. */
export function FirmNotYetRegistered({
  id,
  name,
  asOf,
  revision,
  from,
}: FirmNotYetRegisteredProps) {
  const text = useText();
  const values = { day: text.day(asOf, "long"), revision: text.number(revision), firm: name };
  const links = [
    ...(from === null
      ? []
      : [
          {
            href: firmPath(id, `?asOf=${from}&knownOn=r${revision}`),
            label: text.t("firms.notYet.showFirst", { day: text.day(from) }),
          },
        ]),
    { href: firmPath(id), label: text.t("firms.notYet.showToday") },
    {
      href: `${INVESTORS_PATH}?asOf=${asOf}`,
      label: text.t("firms.notYet.showAll", { day: text.day(asOf) }),
    },
  ];
  return (
    <MessagePage inline title={text.t("firms.notYet.title")} links={links}>
      <p>
        {from === null
          ? text.t("firms.notYet.never", values)
          : text.t("firms.notYet.later", { ...values, from: text.day(from, "long") })}
      </p>
    </MessagePage>
  );
}
