import { ConflictNotice } from "@/components/entry/conflict-notice";
import type { DraftItem } from "@/components/entry/draft";
import type { RecordState } from "@/components/entry/use-record";
import { ItemEditor } from "./item-editor";

interface RecordItemProps {
  /** Id of the element. */
  id: string;
  item: DraftItem;
  /** The firm, and the zone where it is not that of the whole form; empty: neither. */
  subject: string;
  record: RecordState;
  onFocus: () => void;
  onRemove: () => void;
  /** The claim is kept although another value was recorded. */
  onKept: () => void;
}

/** One claim of the form, with what is wrong with it and what was recorded in the meantime. */
export function RecordItem({
  id,
  item,
  subject,
  record,
  onFocus,
  onRemove,
  onKept,
}: RecordItemProps) {
  const { checked, draft, sources, submitted } = record;
  const current = record.conflictOf(item);
  return (
    <ItemEditor
      id={id}
      item={item}
      subject={subject}
      shown={record.shownOf(item)}
      sources={sources}
      draftDate={draft.asOf}
      draftOrigin={draft.origin}
      gate={checked.gates.get(item.id) ?? []}
      faults={{
        ...record.fromServer.get(item.id),
        ...(submitted ? checked.itemFaults.get(item.id) : {}),
      }}
      precision={record.precisionOf(item.zone)}
      onPick={(place, precision) => record.pickPlace(item, place, precision)}
      onChange={(part) => record.change(item.id, part)}
      onFocus={onFocus}
      onRemove={onRemove}
    >
      {current === undefined ? null : (
        <ConflictNotice
          field={item.field}
          current={current}
          draft={checked.claims.find((claim) => claim.id === item.id)}
          draftSource={draft.newSource?.title || sources.get(draft.sourceId ?? "")?.title || ""}
          sources={sources}
          onKeep={() => {
            record.overwrite(item, current);
            onKept();
          }}
          onRemove={onRemove}
        />
      )}
    </ItemEditor>
  );
}
