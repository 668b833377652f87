import { CheckIcon } from "@/components/ui/icons";
import { useText } from "@/lib/text/use-text";

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
            {met ? <CheckIcon /> : <span className="size-2.5 rounded-full border-2 border-rust" />}
          </span>
          <span className={met ? "text-ink-2" : "text-rust"}>
            {words}
            <span className="sr-only"> {t(met ? "record.gate.met" : "record.gate.missing")}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
