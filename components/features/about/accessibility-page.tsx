import { useText } from "@/lib/text/use-text";
import { linkTo, Parts, readableAddress } from "./about-parts";

interface AccessibilityPageProps {
  /** Where readers write: a `mailto:` or `https://` address; null: none is named. */
  contact: string | null;
}

/** What of the site works with which aids, how that was checked, and what does not work yet. */
export function AccessibilityPage({ contact }: AccessibilityPageProps) {
  const { t } = useText();
  return (
    <Parts
      parts={[
        {
          id: "works",
          title: t("about.accessibility.does.title"),
          content: (
            <ul>
              <li>{t("about.accessibility.does.keyboard")}</li>
              <li>{t("about.accessibility.does.map")}</li>
              <li>{t("about.accessibility.does.colour")}</li>
              <li>{t("about.accessibility.does.zoom")}</li>
              <li>{t("about.accessibility.does.script")}</li>
              <li>{t("about.accessibility.does.figures")}</li>
            </ul>
          ),
        },
        {
          id: "checked",
          title: t("about.accessibility.tested.title"),
          content: (
            <>
              <p>{t("about.accessibility.tested.axe")}</p>
              <p>{t("about.accessibility.tested.people")}</p>
            </>
          ),
        },
        {
          id: "limits",
          title: t("about.accessibility.limits.title"),
          content: (
            <ul>
              <li>{t("about.accessibility.limits.tables")}</li>
              <li>{t("about.accessibility.limits.language")}</li>
              <li>{t("about.accessibility.limits.files")}</li>
            </ul>
          ),
        },
        {
          id: "report",
          title: t("about.accessibility.report.title"),
          content: (
            <p>
              {contact === null
                ? t.rich("about.accessibility.report.none", { link: linkTo("/correct") })
                : t.rich("about.accessibility.report.write", {
                    address: readableAddress(contact),
                    link: linkTo(contact),
                  })}
            </p>
          ),
        },
      ]}
    />
  );
}
