import { DropPanel } from "@/components/layout/drop-panel";
import { CopyList } from "@/components/layout/page-actions";
import { ShareIcon } from "@/components/ui/icons";
import { usePlainText } from "@/lib/text/use-plain-text";

interface SharePanelProps {
  /** Address that follows the newest evidence. */
  current: string;
  /** Address that always shows this date and revision. */
  permanent: string;
  /** The button is its icon, and its words a tooltip. */
  isCompact?: boolean;
}

/** The two links to a view, to copy. */
export function SharePanel({ current, permanent, isCompact = false }: SharePanelProps) {
  const { t } = usePlainText();
  const what = t("query.share.link");
  return (
    <DropPanel
      label={t("query.share.title")}
      className="w-[30rem] p-4"
      button={
        <>
          <ShareIcon />
          <span className={isCompact ? "sr-only" : undefined}>{t("query.share.button")}</span>
        </>
      }
    >
      <CopyList
        items={[
          { label: t("query.share.current"), text: current, what },
          { label: t("query.share.permanent"), text: permanent, what },
        ]}
      />
    </DropPanel>
  );
}
