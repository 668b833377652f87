import type { Span } from "@/lib/changes/change";
import { LICENCE } from "@/lib/formats/file-notes";
import { useText } from "@/lib/text/use-text";

/** Props of the notes at the end of a brief. */
export interface BriefNotesProps {
  span: Span;
  method: number;
  /** Address that shows the same again for ever. */
  address: string;
}

/** How a list of changes came about, on what terms, and where it can be read again. */
export function BriefNotes({ span, method, address }: BriefNotesProps) {
  const text = useText();
  const { from, to } = span;
  return (
    <section
      aria-labelledby="notes-title"
      className="mt-10 border-line-2 border-t pt-4 text-12 text-ink-2"
    >
      <h2 id="notes-title" className="title mb-2">
        How this came about
      </h2>
      <div className="grid max-w-[76ch] gap-2">
        <p>
          The registry is resolved from dated claims at two moments, {text.day(from.asOf, "long")}{" "}
          (version r{from.revision}) and {text.day(to.asOf, "long")} (version r{to.revision}), by
          method {method}; what differs is listed, each value once, under the day for which the
          source says it. What was done and undone in between is not listed. “Went silent” says that
          nothing newer was found for two years, not that nothing happened. Unknown is neither zero
          nor no.{" "}
          <a className="link" href="/method">
            The method
          </a>
        </p>
        <p>
          Compiled data licensed {LICENCE.name}. The same list again:{" "}
          <span className="break-all">{address}</span>
        </p>
        <p className="hidden print:block">{text.t("files.boundaryNote")}</p>
      </div>
    </section>
  );
}
