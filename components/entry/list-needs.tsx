import { CheckIcon } from "@/components/ui/icons";
import { LADDERS } from "@/lib/query/ladder-funnel";
import { useText } from "@/lib/text/use-text";
import type { CheckedDraft } from "./check-draft";
import type { RecordState } from "./use-record";

/** A part that reports need before they can be recorded. `other`: something that is typed is wrong. */
export type Need =
  | "value"
  | "source"
  | "asOf"
  | "quotation"
  | "note"
  | "gateConfirmed"
  | "origin"
  | "other";

const ALWAYS: readonly Need[] = ["value", "source"];
/** Without a link, a source is looked up by the place in it. */
const NEED_OF: Readonly<Record<string, Need>> = { sourceId: "source", locator: "source" };
const ORDER: readonly Need[] = [
  ...ALWAYS,
  "asOf",
  "quotation",
  "note",
  "gateConfirmed",
  "origin",
  "other",
];

/** What the reports of a draft need together, in the order of the form, and whether it is there. */
export function listNeeds({
  gates,
  itemFaults,
  sourceFaults,
}: Pick<CheckedDraft, "gates" | "itemFaults" | "sourceFaults">): readonly {
  readonly need: Need;
  readonly met: boolean;
}[] {
  const toNeed = (part: string): Need =>
    NEED_OF[part] ?? ORDER.find((need) => need === part) ?? "other";
  const asked = [...gates.values()].flat().map(({ part }) => toNeed(part));
  const missing = new Set([
    ...[...itemFaults.values()].flatMap((faults) => Object.keys(faults).map(toNeed)),
    ...Object.keys(sourceFaults).map((part) => (part === "asOf" ? toNeed(part) : "source")),
  ]);
  const needs = new Set([...ALWAYS, ...asked, ...missing]);
  return ORDER.filter((need) => needs.has(need)).map((need) => ({ need, met: !missing.has(need) }));
}

/**
 * Do the reports of a record wait for another person?
 * @param review what waits: nothing with `off`, the 2 ladders, or all
 * @param isReviewer may the person decide alone on what the registry knows against a value?
 */
export function isWaiting(
  { checked, draft }: Pick<RecordState, "checked" | "draft">,
  review: "off" | "ladders" | "all",
  isReviewer: boolean,
): boolean {
  const isLadder = draft.items.some(({ field }) => LADDERS.some((ladder) => ladder === field));
  const isDoubtful = [...checked.gates.values()].flat().some((one) => "doubt" in one);
  return review === "all" || (review === "ladders" && isLadder) || (!isReviewer && isDoubtful);
}

/** What reports need, each with whether it is there. */
export function NeedsList({
  needs,
}: {
  needs: readonly { readonly words: string; readonly met: boolean }[];
}) {
  const { t } = useText();
  return (
    <ul className="grid gap-1">
      {needs.map(({ words, met }) => (
        <li key={words} className="flex items-start gap-2">
          <span className="grid size-5 flex-none place-items-center" aria-hidden="true">
            {met ? <CheckIcon /> : <span className="size-2.5 rounded-full border-2 border-ink-3" />}
          </span>
          <span className={met ? "text-ink-2" : undefined}>
            {words}
            <span className="sr-only"> {t(met ? "record.gate.met" : "record.gate.missing")}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
