import { SUPPORTS } from "@/lib/evidence/support-levels";
import { useTranslate } from "@/lib/text/use-translate";
import { countDots, SupportDots } from "./support-mark";

/** What the dots beside dates say, in one line under a table. */
export function SupportKey() {
  const t = useTranslate();
  return (
    <p className="meta mt-2 flex flex-wrap gap-x-4">
      <span>
        <SupportDots filled={0} /> {t("common.support.weak")}
      </span>
      {SUPPORTS.map((support) => (
        <span key={support}>
          <SupportDots filled={countDots({ support, weak: false })} />{" "}
          {t(`common.support.${support}`)}
        </span>
      ))}
      <span>{t("ledger.recentDot")}</span>
    </p>
  );
}
