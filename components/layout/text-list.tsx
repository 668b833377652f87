import { Fragment, type ReactNode } from "react";
import type { Joint } from "@/lib/text/plain-text";
import { usePlainText } from "@/lib/text/use-plain-text";

/** An item of a list in a sentence, such as a link. */
export interface TextListItem {
  readonly key: string;
  readonly content: ReactNode;
}

/** Items in a row, joined as the reader's language joins a list: "A, B and C". */
export function TextList({ items, joint }: { items: readonly TextListItem[]; joint?: Joint }) {
  const text = usePlainText();
  const contents = new Map(items.map(({ key, content }) => [key, content]));
  const parts = text.listParts(contents.keys(), joint);
  return parts.map(({ type, value }, i) =>
    type === "element" ? (
      <Fragment key={value}>{contents.get(value)}</Fragment>
    ) : (
      // A literal has no key of its own: it belongs to the item before it.
      <Fragment key={`after ${parts[i - 1]?.value}`}>{value}</Fragment>
    ),
  );
}
