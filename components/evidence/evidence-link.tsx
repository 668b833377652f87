import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { type FieldKey, fieldSpec } from "@/lib/catalogue/fields";
import { getLedgerAnchor } from "@/lib/evidence/zone-view";

/** Props of a value that answers "says who?". */
export interface EvidenceLinkProps {
  field: FieldKey;
  /** The firm of which it is told; null or absent: the zone itself. */
  tenancyId?: string | null;
  /** The value as shown; read aloud before the field's label. */
  children: ReactNode;
  className?: string;
}

/**
 * A value that answers "says who?": a link to its entry in the ledger, which `EvidencePopover` opens at the
 * value where scripts run.
 */
export function EvidenceLink({ field, tenancyId = null, children, className }: EvidenceLinkProps) {
  return (
    <a
      href={`#${getLedgerAnchor(field, tenancyId)}`}
      aria-haspopup="dialog"
      className={cx("evidence-link", className)}
    >
      {children}
      <span className="sr-only">{`, ${fieldSpec(field).label}`}</span>
    </a>
  );
}
