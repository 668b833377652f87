import { usePlainText } from "@/lib/text/use-plain-text";

/** A part of a page that the contents list. */
export interface ContentsPart {
  /** Its anchor. */
  readonly id: string;
  readonly title: string;
  readonly parts?: readonly ContentsPart[];
}

/** The contents of a long page: beside the text where there is room, folded above it where there is not. */
export function ContentsList({ parts }: { parts: readonly ContentsPart[] }) {
  const text = usePlainText();
  return (
    <>
      <nav
        aria-label={text.t("common.contents")}
        className="no-print sticky top-6 hidden max-h-[calc(100dvh-3rem)] self-start overflow-y-auto lg:block"
      >
        <PartLinks parts={parts} />
      </nav>
      <details className="no-print border-line border-y py-2 lg:hidden">
        <summary className="flex min-h-(--control) items-center font-semibold text-15">
          {text.t("common.contents")}
        </summary>
        <nav aria-label={text.t("common.contents")}>
          <PartLinks parts={parts} />
        </nav>
      </details>
    </>
  );
}

function PartLinks({ parts }: { parts: readonly ContentsPart[] }) {
  return (
    <ol className="grid gap-0.5">
      {parts.map(({ id, title, parts: below }) => (
        <li key={id}>
          <a
            href={`#${id}`}
            className="flex min-h-6 items-center text-ink-2 hover:text-accent hover:underline pointer-coarse:min-h-11"
          >
            {title}
          </a>
          {below ? (
            <div className="ps-4 text-13">
              <PartLinks parts={below} />
            </div>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
