import { type KeyboardEvent, useRef } from "react";
import type { DraftItem } from "@/components/entry/draft";
import { isEnterInField, OpenValue } from "@/components/entry/open-value";
import type { RecordState } from "@/components/entry/use-record";
import { focusMissing } from "@/components/entry/value-editor";
import { Button } from "@/components/ui/button";
import { useText } from "@/lib/text/use-text";

interface FactEditorProps {
  /** Id of the element of the value. */
  id: string;
  item: DraftItem;
  /** The firm and the zone. */
  subject: string;
  record: RecordState;
  /** It stays as it is now. */
  onDone: () => void;
  /** It is taken back. */
  onRemove: () => void;
}

/** A fact that is being changed: value, day, words and what its step requires. Enter goes to what is missing, then accepts. */
export function FactEditor({ id, item, subject, record, onDone, onRemove }: FactEditorProps) {
  const { t } = useText();
  const part = useRef<HTMLDivElement>(null);
  const goToMissing = () => focusMissing(part.current);
  const goOn = () => {
    if (Object.keys(record.checked.itemFaults.get(item.id) ?? {}).length === 0) onDone();
    else goToMissing();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isEnterInField(event)) return;
    event.preventDefault();
    goOn();
  };
  return (
    <div ref={part} onKeyDown={onKeyDown} role="none">
      <OpenValue
        record={record}
        item={item}
        id={id}
        subject={subject}
        onPicked={goToMissing}
        onKept={onDone}
        onLeave={onRemove}
      >
        <div>
          <Button onClick={goOn}>
            {t("record.fact.done")} <kbd>{t("record.fact.doneKey")}</kbd>
          </Button>
        </div>
      </OpenValue>
    </div>
  );
}
