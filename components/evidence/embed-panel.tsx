import { DropPanel } from "@/components/layout/drop-panel";
import { CodeIcon } from "@/components/ui/icons";
import { usePlainText } from "@/lib/text/use-plain-text";
import { EmbedCodes } from "./embed-codes";

/** An embed that a page offers. */
export interface OfferedEmbed {
  readonly kind: "map" | "table" | "zone" | "chart";
  /** Path and query. */
  readonly path: string;
}

interface EmbedPanelProps {
  /** Scheme and host of the site. */
  origin: string;
  /** What the embeds show, read aloud in the page that has them. */
  title: string;
  embeds: readonly OfferedEmbed[];
  /** The button is its icon, and its words a tooltip. */
  isCompact?: boolean;
}

/** The code of the embeds of a page, to copy. */
export function EmbedPanel({ origin, title, embeds, isCompact = false }: EmbedPanelProps) {
  const { t } = usePlainText();
  return (
    <DropPanel
      label={t("query.embed.title")}
      className="w-[30rem] p-4"
      button={
        <>
          <CodeIcon />
          <span className={isCompact ? "sr-only" : undefined}>{t("query.embed.button")}</span>
        </>
      }
    >
      <EmbedCodes
        origin={origin}
        title={title}
        codes={embeds.map(({ kind, path }) => ({
          label: t(`query.embed.${kind}`),
          path,
          what: t("query.embed.copied"),
        }))}
      />
      <p className="mt-3 text-12 text-ink-3">{t("query.embed.help")}</p>
    </DropPanel>
  );
}
