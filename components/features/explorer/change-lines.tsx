import { fieldSpec } from "@/lib/catalogue/fields";
import type { RowChanges } from "@/lib/changes/row-changes";
import { valueWords } from "@/lib/text/value-words";

/** Changes told one by one; more are counted. */
const MOST_TOLD = 4;

/** What changed, in words: a line for each value, zone that came, zone that went. */
export function ChangeLines({ changes }: { changes: RowChanges }) {
  const lines = [
    ...changes.values.map(({ slug, name, field, before, after }) => ({
      key: `${slug} ${field}`,
      line: (
        <>
          <b className="font-semibold">{name}</b>, {fieldSpec(field).label.toLowerCase()}:{" "}
          {valueWords(field, before)} → {valueWords(field, after)}
        </>
      ),
    })),
    ...changes.added.map((name) => ({ key: `+${name}`, line: `${name} is new in the registry.` })),
    ...changes.removed.map((name) => ({
      key: `-${name}`,
      line: `${name} is no longer in the registry.`,
    })),
  ];
  if (lines.length === 0) return <p>New evidence was recorded; no value changed.</p>;
  return (
    <ul className="grid gap-0.5">
      {lines.slice(0, MOST_TOLD).map(({ key, line }) => (
        <li key={key}>{line}</li>
      ))}
      {lines.length > MOST_TOLD ? <li>and {lines.length - MOST_TOLD} more changes</li> : null}
    </ul>
  );
}
