import { Link } from "@/components/layout/link";
import { useText } from "@/lib/text/use-text";
import { MessagePage } from "./message-page";

/** Says that an address names nothing here, with a way on. @param inline see `MessagePage` */
export function NotFoundMessage({ inline = false }: { inline?: boolean }) {
  const { t } = useText();
  return (
    <MessagePage inline={inline} title={t("pages.notFound.title")}>
      <p>
        {t.rich("pages.notFound.help", {
          explorer: (words) => (
            <Link className="link" href="/zones">
              {words}
            </Link>
          ),
          glossary: (words) => (
            <Link className="link" href="/glossary">
              {words}
            </Link>
          ),
        })}
      </p>
    </MessagePage>
  );
}
