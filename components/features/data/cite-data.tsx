import { CopyButton } from "@/components/layout/page-actions";
import { LICENCE } from "@/lib/formats/file-notes";
import { useText } from "@/lib/text/use-text";
import { DataPart } from "./data-part";

/** Props of the part on citing. */
export interface CiteDataProps {
  /** What to cite, each with the words for a list of references. */
  citations: readonly { readonly of: string; readonly text: string }[];
}

/** On what terms the data can be used, and how to cite it. */
export function CiteData({ citations }: CiteDataProps) {
  const { t } = useText();
  return (
    <DataPart
      id="cite"
      lead={
        <>
          The compiled data is licensed{" "}
          <a className="link" href={LICENCE.url} rel="license">
            {LICENCE.name}
          </a>
          : use it for anything, name the CPEC SEZ Tracker and say what you changed. The texts of
          the sources are not ours; notes give in our own words what they say.
        </>
      }
    >
      <dl className="grid max-w-[68ch] gap-4">
        {citations.map(({ of, text }) => (
          <div key={of}>
            <dt className="flex items-center justify-between text-12 text-ink-2">
              {of}
              <CopyButton text={text} what="Citation" />
            </dt>
            <dd className="select-all break-words text-15">{text}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 max-w-[68ch] text-12 text-ink-2">{t("files.boundaryNote")}</p>
    </DataPart>
  );
}
