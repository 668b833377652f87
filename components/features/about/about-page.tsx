import { Anchor } from "@/components/layout/link";
import { LICENCE } from "@/lib/formats/file-notes";
import { useText } from "@/lib/text/use-text";
import { linkTo, Parts } from "./about-parts";

/** Counts of today, and what the settings say. */
export interface AboutPageProps {
  zones: number;
  reports: number;
  sources: number;
  /** Who runs this copy, in a sentence. */
  operator: string;
  /** Who pays for it; null: not named. */
  funding: string | null;
}

/** What the site is, how it works, who decides and who pays. */
export function AboutPage({ operator, funding, ...counts }: AboutPageProps) {
  const { t } = useText();
  return (
    <Parts
      parts={[
        {
          id: "what",
          title: t("about.about.what.title"),
          content: (
            <>
              <p>{t("about.about.what.zones", counts)}</p>
              <p>
                {t.rich("about.about.what.question", {
                  context: (words) => (
                    <Anchor className="link" href="/context">
                      {words}
                    </Anchor>
                  ),
                })}
              </p>
              <p>{t("about.about.what.unknown")}</p>
            </>
          ),
        },
        {
          id: "method",
          title: t("about.about.method.title"),
          content: (
            <>
              <p>{t("about.about.method.reports")}</p>
              <p>
                {t.rich("about.about.method.score", {
                  link: linkTo("/method"),
                  glossary: linkTo("/glossary"),
                })}
              </p>
              <p>
                {t.rich("about.about.method.territory", { link: linkTo("/method#boundaries") })}
              </p>
            </>
          ),
        },
        {
          id: "decisions",
          title: t("about.about.decisions.title"),
          content: (
            <>
              <p>{t("about.about.decisions.roles")}</p>
              <p>{t("about.about.decisions.ledger")}</p>
              <p>{operator}</p>
              <p>{t.rich("about.about.decisions.code", { link: linkTo(LICENCE.url) })}</p>
            </>
          ),
        },
        funding !== null && {
          id: "funding",
          title: t("about.about.funding.title"),
          content: <p>{funding}</p>,
        },
        {
          id: "more",
          title: t("about.about.more.title"),
          content: (
            <p>
              {t.rich("about.about.more.links", {
                contact: linkTo("/contact"),
                privacy: linkTo("/privacy"),
                accessibility: linkTo("/accessibility"),
                data: linkTo("/data"),
              })}
            </p>
          ),
        },
      ]}
    />
  );
}
