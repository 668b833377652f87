import type { ReactNode } from "react";
import { SUPPORTS } from "@/lib/evidence/support-levels";
import { upperFirst } from "@/lib/text/first-letter";
import { usePlainText } from "@/lib/text/use-plain-text";
import { countDots, SupportDots } from "./support-mark";

/** What the dots beside dates say, and a bold date, in one line under a table; `children`: what else a value can bear there. */
export function SupportKey({ children }: { children?: ReactNode }) {
  const text = usePlainText();
  const { t } = text;
  return (
    <p className="meta mt-2 flex flex-wrap gap-x-4">
      <span>
        <SupportDots filled={0} /> {upperFirst(text, text.t("common.support.weak"))}
      </span>
      {SUPPORTS.map((support) => (
        <span key={support}>
          <SupportDots filled={countDots({ support, weak: false })} />{" "}
          {t(`common.support.${support}`)}
        </span>
      ))}
      <span>{t("common.recentDate")}</span>
      {children ? <span>{children}</span> : null}
    </p>
  );
}
