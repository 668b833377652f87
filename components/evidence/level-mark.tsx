import { cx } from "@/components/ui/cx";
import { TOP_LEVEL } from "@/lib/dependence/dependence";

const STEPS = Array.from({ length: TOP_LEVEL }, (_, i) => i + 1);

/**
 * A level of dependence as four parts of which so many are filled; unknown as one hollow box, so that
 * it is never taken for level 0, whose four parts are there and empty. Decorative: words stand beside it.
 */
export function LevelMark({ level, className }: { level: number | null; className?: string }) {
  return (
    <span aria-hidden="true" className={cx("flex h-2 gap-0.5", className)}>
      {level === null ? (
        <i className="flex-1 border border-unknown border-dashed" />
      ) : (
        STEPS.map((step) => (
          <i key={step} className={cx("flex-1", step <= level ? "bg-band-known" : "bg-line")} />
        ))
      )}
    </span>
  );
}
