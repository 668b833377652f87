import { useCallback, useEffect, useRef, useState } from "react";
import { callAction } from "@/lib/client/send-changes";
import type { ZoneEvidence } from "@/lib/evidence/preview";
import { usePlainText } from "@/lib/text/use-plain-text";
import type { RecordSubject } from "./subject";

/**
 * The evidence on the zones of a draft, loaded when first needed and again after each revision. Until the newer evidence
 * arrives, the older stays.
 */
export function useEvidence(subject: RecordSubject, zones: readonly string[]) {
  const { evidence: given, loadEvidence, version } = subject;
  const { t } = usePlainText();
  const [loaded, setLoaded] = useState<ReadonlyMap<string, ZoneEvidence>>(new Map());
  const [failure, setFailure] = useState<string | null>(null);
  const loading = useRef(new Set<string>());
  const wanted = zones.filter((zone) => !(zone in given)).join(" ");

  const load = useCallback(() => {
    if (loadEvidence === null) return;
    for (const zone of wanted.split(" ")) {
      const key = `${zone} ${version}`;
      if (zone === "" || loading.current.has(key)) continue;
      loading.current.add(key);
      void callAction(t, loadEvidence, zone).then((result) => {
        if (result.ok) {
          setLoaded((all) => new Map(all).set(zone, result.value));
          setFailure(null);
        } else {
          loading.current.delete(key);
          setFailure(result.message ?? t("errors.unreachable"));
        }
      });
    }
  }, [wanted, version, loadEvidence, t]);
  useEffect(load, [load]);

  /** The evidence on a zone; null: it is not loaded yet. */
  const evidenceOf = useCallback(
    (zone: string): ZoneEvidence | null => given[zone] ?? loaded.get(zone) ?? null,
    [given, loaded],
  );
  return { evidenceOf, failure, retry: load };
}
