import type { RedactionReason, TextCopies, TextKind } from "@/lib/contract/redaction";
import { useText } from "@/lib/text/use-text";

/** Which text it is, and why it is removed. */
export function TextKindLine({ kind, reason }: { kind: TextKind; reason: RedactionReason }) {
  const { t } = useText();
  return (
    <>
      <b className="font-semibold">{t(`admin.redactions.kind.${kind}`)}</b>{" "}
      <span className="text-ink-2">· {t(`admin.redactions.reason.${reason}`)}</span>
    </>
  );
}

const COPY_PLACES = ["ledger", "audit", "files"] as const satisfies readonly (keyof TextCopies)[];

/** A text that would be removed, with the number of its copies that go with it. */
export function TextPreview({ text, copies }: { text: string; copies: TextCopies }) {
  const { t, list } = useText();
  const counts = { ...copies, files: copies.files.length };
  const places = COPY_PLACES.filter((place) => counts[place] > 0).map((place) =>
    t(`admin.redactions.copy.${place}`, { count: counts[place] }),
  );
  return (
    <>
      <span className="block whitespace-pre-wrap break-words border-line border-s-2 ps-2">
        {text}
      </span>
      <span className="block text-12 text-ink-2">
        {places.length === 0
          ? t("admin.redactions.noCopies")
          : t("admin.redactions.copies", { places: list(places) })}
      </span>
    </>
  );
}
