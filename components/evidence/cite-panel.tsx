import { CopyButton } from "@/components/layout/page-actions";
import { DropPanel } from "@/components/ui/drop-panel";
import { QuoteIcon } from "@/components/ui/icons";
import { type Cited, longCitation, permalink, shortCitation } from "@/lib/text/citation";

/** How to cite the page: short, long, and the address that shows the same for ever. */
export function CitePanel({ cited }: { cited: Cited }) {
  const forms = [
    { label: "In a text", text: shortCitation(cited) },
    { label: "In a list of references", text: longCitation(cited) },
    { label: "The address of this day and version", text: permalink(cited) },
  ];
  return (
    <DropPanel
      label="Cite this page"
      className="w-[34rem] p-4"
      button={
        <>
          <QuoteIcon />
          Cite
        </>
      }
    >
      <dl className="grid gap-3">
        {forms.map(({ label, text }) => (
          <div key={label}>
            <dt className="flex items-center justify-between text-12 text-ink-2">
              {label}
              <CopyButton text={text} what="Citation" />
            </dt>
            <dd className="break-words select-all">{text}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-12 text-ink-3">
        The day and the version stand in the address, so it shows the same even after the ledger has
        grown.
      </p>
    </DropPanel>
  );
}
