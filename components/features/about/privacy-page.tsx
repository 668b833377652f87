import { useText } from "@/lib/text/use-text";
import { linkTo, Parts } from "./about-parts";

interface PrivacyPageProps {
  /** Hosts from which browsers load parts of the map; empty: this site. */
  mapHosts: readonly string[];
  /** Days for which refused sign-ins and changes are kept. */
  failureDays: number;
  /** Who runs this copy, in a sentence. */
  operator: string;
  /** Is an address named to which readers can write? */
  hasContact: boolean;
  /** Can readers ask for mails? */
  sendsMail: boolean;
}

/** What the server and the browser keep about people, for how long, and who is responsible. */
export function PrivacyPage(props: PrivacyPageProps) {
  const { mapHosts, failureDays, operator, hasContact, sendsMail } = props;
  const text = useText();
  const { t } = text;
  const contact = {
    contact: hasContact ? "named" : "none",
    link: linkTo(hasContact ? "/contact" : "/correct"),
  };
  return (
    <Parts
      parts={[
        {
          id: "readers",
          title: t("about.privacy.readers.title"),
          content: (
            <>
              <p>{t("about.privacy.readers.log")}</p>
              <p>{t("about.privacy.readers.limits")}</p>
              <p>
                {mapHosts.length === 0
                  ? t("about.privacy.readers.own")
                  : t("about.privacy.readers.map", { host: text.list(mapHosts) })}
              </p>
              <p>{t("about.privacy.readers.proxy")}</p>
            </>
          ),
        },
        sendsMail && {
          id: "mail",
          title: t("about.privacy.mail.title"),
          content: (
            <>
              <p>{t("about.privacy.mail.kept")}</p>
              <p>{t("about.privacy.mail.server")}</p>
            </>
          ),
        },
        {
          id: "cookies",
          title: t("about.privacy.cookies.title"),
          content: (
            <>
              <CookieTable />
              <p>{t("about.privacy.cookies.drafts")}</p>
            </>
          ),
        },
        {
          id: "corrections",
          title: t("about.privacy.corrections.title"),
          content: <p>{t("about.privacy.corrections.kept", { mail: sendsMail ? "yes" : "no" })}</p>,
        },
        {
          id: "accounts",
          title: t("about.privacy.accounts.title"),
          content: (
            <ul>
              <li>{t("about.privacy.accounts.person")}</li>
              <li>{t("about.privacy.accounts.public")}</li>
              <li>{t("about.privacy.accounts.sessions")}</li>
              <li>{t("about.privacy.accounts.audit")}</li>
            </ul>
          ),
        },
        {
          id: "attempts",
          title: t("about.privacy.attempts.title"),
          content: (
            <>
              <p>{t("about.privacy.attempts.kept", { days: failureDays })}</p>
              <p>{t("about.privacy.attempts.counters")}</p>
            </>
          ),
        },
        {
          id: "named",
          title: t("about.privacy.named.title"),
          content: <p>{t.rich("about.privacy.named.data", contact)}</p>,
        },
        {
          id: "who",
          title: t("about.privacy.who.title"),
          content: (
            <>
              <p>{operator}</p>
              <p>{t.rich("about.privacy.who.contact", contact)}</p>
            </>
          ),
        },
      ]}
    />
  );
}

/** Every cookie that the site can set, by the end of its name. */
const COOKIES = [
  { name: "theme", time: "year", use: "theme" },
  { name: "session_token", time: "sessionTime", use: "session" },
  { name: "device", time: "year", use: "device" },
  { name: "two_factor", time: "minutes", use: "twoFactor" },
] as const;

function CookieTable() {
  const { t } = useText();
  return (
    <table className="w-full text-start">
      <thead>
        <tr>
          {(["name", "use", "time"] as const).map((head) => (
            <th key={head} scope="col" className="text-start">
              {t(`about.privacy.cookies.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {COOKIES.map(({ name, use, time }) => (
          <tr key={name}>
            <th scope="row" className="text-start">
              <code>{name}</code>
            </th>
            <td>{t(`about.privacy.cookies.${use}`)}</td>
            <td>{t(`about.privacy.cookies.${time}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
