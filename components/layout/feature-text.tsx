import { useMessages } from "next-intl";
import type { ReactNode } from "react";
import { type NamespacePath, pickMessages } from "@/lib/text/namespaces";
import { AddedMessages } from "./added-messages";

/**
 * Gives the client components below the messages of these namespaces, besides those that they have
 * already. Server components have every message without it.
 */
export function FeatureText({
  namespaces,
  children,
}: {
  namespaces: readonly NamespacePath[];
  children: ReactNode;
}) {
  return (
    <AddedMessages messages={pickMessages(useMessages(), namespaces)}>{children}</AddedMessages>
  );
}
