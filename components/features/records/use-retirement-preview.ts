import { useEffect, useState } from "react";
import { callAction } from "@/lib/client/send-changes";
import type { ActionResult } from "@/lib/contract/action-result";
import type { RetirementAct } from "@/lib/evidence/ledger-records";
import type { RetirementPreview } from "@/lib/evidence/retirement-preview";
import { usePlainText } from "@/lib/text/use-plain-text";

/** The effect of merging or retiring a zone, as shown. */
export interface RetirementPreviewView extends Omit<RetirementPreview, "rows"> {
  /** The new headline of the home page; null: it stays. */
  readonly headline: string | null;
}

/** Works out what merging or retiring a zone would change, on the server. */
export type LoadRetirementPreview = (
  input: unknown,
) => Promise<ActionResult<RetirementPreviewView>>;

/** What came back for one choice; null: nothing yet. */
interface LoadedPreview {
  readonly preview: RetirementPreviewView | null;
  /** Why there is none. */
  readonly failure: string | null;
}

const NOTHING: LoadedPreview = { preview: null, failure: null };

/**
 * What the choice of the form would change.
 * @param load null: the record is no zone, whose merges change no value
 * @param act null: none is chosen
 * @param into the zone that stays; empty: none is chosen, so there is nothing to show for a merge
 */
export function useRetirementPreview(
  load: LoadRetirementPreview | null,
  { subject, act, into }: { subject: string; act: RetirementAct | null; into: string },
): LoadedPreview {
  const { t } = usePlainText();
  const [loaded, setLoaded] = useState(NOTHING);
  useEffect(() => {
    setLoaded(NOTHING);
    if (load === null || act === null || act === "restored" || (act === "merged" && into === ""))
      return;
    let current = true;
    const request = { subject, act, ...(act === "merged" ? { into } : {}) };
    void callAction(t, load, request).then((result) => {
      if (!current) return;
      setLoaded(
        result.ok
          ? { preview: result.value, failure: null }
          : { preview: null, failure: result.message ?? t("errors.unreachable") },
      );
    });
    return () => {
      current = false;
    };
  }, [load, subject, act, into, t]);
  return loaded;
}
