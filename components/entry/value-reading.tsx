import { Button } from "@/components/ui/button";
import { isUnderstood } from "@/lib/entry/reading";
import { describeReading, describeRefusal, describeSuggestion } from "@/lib/text/entry-words";
import { useText } from "@/lib/text/use-text";
import { type DraftItem, readItem } from "./draft";

interface ValueReadingProps {
  item: Pick<DraftItem, "field" | "text" | "notKnown">;
  /** Is the refusal said with the field, as after the form was sent? */
  refused: boolean;
  onUse: (text: string) => void;
}

/** How the typed value was understood; or why it was not, with what it may be. */
export function ValueReading({ item, refused, onUse }: ValueReadingProps) {
  const text = useText();
  if (item.notKnown || item.text.trim() === "") return null;
  const reading = readItem(item);
  if (isUnderstood(reading)) {
    const words = describeReading(text, item.field, reading);
    return (
      <p role="status" className="text-12 text-ink-2">
        {words}
      </p>
    );
  }
  const { suggestion } = reading;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-12">
      {refused ? null : <p className="text-amber-ink">{describeRefusal(text, reading)}</p>}
      {suggestion === null ? null : (
        <Button onClick={() => onUse(suggestion)}>{describeSuggestion(text, reading)}</Button>
      )}
    </div>
  );
}
