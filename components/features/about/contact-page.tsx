import { useText } from "@/lib/text/use-text";
import { linkTo, Parts, readableAddress } from "./about-parts";

interface ContactPageProps {
  /** Where readers write: a `mailto:` or `https://` address; null: none is named. */
  contact: string | null;
  /** The same for reports of vulnerabilities. */
  security: string | null;
}

/** Where corrections, questions and security reports go, and what happens with a correction. */
export function ContactPage({ contact, security }: ContactPageProps) {
  const { t } = useText();
  return (
    <Parts
      parts={[
        contact !== null && {
          id: "address",
          title: t("about.contact.address.title"),
          content: (
            <p>
              {t.rich("about.contact.address.write", {
                address: readableAddress(contact),
                link: linkTo(contact),
              })}
            </p>
          ),
        },
        {
          id: "corrections",
          title: t("about.contact.corrections.title"),
          content: (
            <>
              <p>{t.rich("about.contact.corrections.form", { link: linkTo("/correct") })}</p>
              <p>{t("about.contact.corrections.send")}</p>
              <p>{t("about.contact.corrections.process")}</p>
            </>
          ),
        },
        (contact ?? security) !== null && {
          id: "security",
          title: t("about.contact.security.title"),
          content: (
            <p>
              {security === null
                ? t("about.contact.security.none")
                : t.rich("about.contact.security.write", {
                    address: readableAddress(security),
                    link: linkTo(security),
                  })}
            </p>
          ),
        },
      ]}
    />
  );
}
