import { useLocale } from "next-intl";
import type { ReactNode } from "react";

/**
 * Words of the record, which stay in the language in which they were written: titles of sources, events, notes,
 * statements. In another language they are marked, so that screen readers pronounce them and each keeps its direction.
 */
export function Original({ children }: { children: ReactNode }) {
  return useLocale().startsWith("en") ? children : <bdi lang="en">{children}</bdi>;
}
