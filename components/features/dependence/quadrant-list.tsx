import { Section, TextList } from "@/components/layout/section";
import { QUADRANT_KEYS, type Quadrant } from "@/lib/dependence/dependence-plane";
import { type DependenceRow, isOperating } from "@/lib/dependence/dependence-row";
import { useText } from "@/lib/text/use-text";

interface ZoneListProps {
  rows: readonly DependenceRow[];
  /** The moment in the address, from its question mark; empty for today. */
  moment: string;
}

/** The zones that are certainly in each quadrant, those that could be, and those that do not count. */
export function QuadrantList({ rows, moment }: ZoneListProps) {
  const { t } = useText();
  const operating = rows.filter(isOperating);
  return (
    <Section id="quadrants" size="large" className="mt-8" title={t("dependence.quadrants.title")}>
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {QUADRANT_KEYS.map((key) => (
          <QuadrantSection key={key} quadrant={key} rows={operating} moment={moment} />
        ))}
      </div>
      <NotCounted rows={rows.filter((row) => !isOperating(row))} moment={moment} />
    </Section>
  );
}

function QuadrantSection({ quadrant, rows, moment }: ZoneListProps & { quadrant: Quadrant }) {
  const { t } = useText();
  const name = t(`dependence.quadrant.${quadrant}.name`);
  const inside = rows.filter(({ quadrants }) => quadrants.includes(quadrant));
  const certain = inside.filter(({ quadrants }) => quadrants.length === 1);
  const possible = inside.filter(({ quadrants }) => quadrants.length > 1);
  const ruledOut = rows.filter(
    ({ quadrants }) => quadrants.length > 0 && !quadrants.includes(quadrant),
  );
  return (
    <section aria-label={name} className="min-w-0 border-line border-t pt-2">
      <h3 className="font-semibold text-15">{name}</h3>
      <p className="text-12 text-ink-3">{t(`dependence.quadrant.${quadrant}.definition`)}</p>
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
        <dt className="text-ink-2">{t("dependence.quadrants.certain")}</dt>
        <dd>
          {certain.length === 0 ? (
            t("dependence.quadrants.noZone")
          ) : (
            <ZoneLinks rows={certain} moment={moment} />
          )}
        </dd>
        {ruledOut.length === 0 ? null : (
          <>
            <dt className="text-ink-2">{t("dependence.quadrants.ruledOut")}</dt>
            <dd>
              <ZoneLinks rows={ruledOut} moment={moment} />
            </dd>
          </>
        )}
      </dl>
      <details className="mt-0.5">
        <summary className="link inline-block min-h-6 cursor-pointer">
          {t("dependence.quadrants.possible", { count: possible.length })}
        </summary>
        {possible.length === 0 ? null : (
          <p className="mt-1 text-ink-2">
            <ZoneLinks rows={possible} moment={moment} />
          </p>
        )}
      </details>
    </section>
  );
}

/** Zones where no firm is known to operate: those where a source says so, and those where none says anything. */
function NotCounted({ rows, moment }: ZoneListProps) {
  const { t } = useText();
  if (rows.length === 0) return null;
  const none = rows.filter(({ operation }) => operation.state === "none");
  const unknown = rows.filter(({ operation }) => operation.state === "unknown");
  const groups = [
    { title: t("dependence.quadrants.notOperating", { count: none.length }), rows: none },
    { title: t("dependence.quadrants.unknown", { count: unknown.length }), rows: unknown },
  ];
  return (
    <section aria-labelledby="not-counted-title" className="mt-6 border-line border-t pt-2">
      <h3 id="not-counted-title" className="font-semibold text-15">
        {t("dependence.quadrants.notCounted", { count: rows.length })}
      </h3>
      {groups.map((group) =>
        group.rows.length === 0 ? null : (
          <p key={group.title} className="mt-1 text-ink-2">
            <b className="font-medium text-ink">{group.title}</b>{" "}
            <ZoneLinks rows={group.rows} moment={moment} />
          </p>
        ),
      )}
    </section>
  );
}

function ZoneLinks({ rows, moment }: ZoneListProps) {
  const { t } = useText();
  return (
    <TextList
      items={rows.map(({ zone: { slug }, name, candidate }) => ({
        key: slug,
        content: t.rich(`dependence.quadrants.${candidate ? "candidateZone" : "zone"}`, {
          zone: name,
          link: (chunks) => (
            <a className="link" href={`/zones/${slug}${moment}#dependence`}>
              {chunks}
            </a>
          ),
        }),
      }))}
    />
  );
}
