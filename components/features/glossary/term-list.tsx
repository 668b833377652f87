import { Fragment } from "react";
import { termAnchor } from "@/lib/catalogue/glossary-path";
import { GLOSSARY, GLOSSARY_KEYS, type GlossaryKey } from "@/lib/catalogue/terms";
import { glossaryTerm } from "@/lib/text/glossary-text";
import { useText } from "@/lib/text/use-text";

/** The terms with their definitions, in the order in which one explains the next. */
export function TermList() {
  return (
    <div className="grid gap-x-10 md:grid-cols-2">
      {GLOSSARY_KEYS.map((key) => (
        <TermEntry key={key} name={key} />
      ))}
    </div>
  );
}

function TermEntry({ name }: { name: GlossaryKey }) {
  const text = useText();
  const { label, definition } = glossaryTerm(text, name);
  const { related, api, columns } = GLOSSARY[name];
  const anchor = termAnchor(name);
  return (
    <section
      id={anchor}
      aria-labelledby={`${anchor}-title`}
      data-entry={[label, ...api].join(" ").toLowerCase()}
      className="scroll-mt-4 border-line border-t py-3 target:bg-accent-wash"
    >
      <h3 id={`${anchor}-title`} className="font-semibold text-15">
        <a href={`#${anchor}`} className="hover:text-accent hover:underline">
          {label}
        </a>
      </h3>
      <p className="mt-0.5 max-w-[68ch] text-pretty">{definition}</p>
      <dl className="mt-1 grid gap-0.5 text-12 text-ink-3">
        <NameLine title={text.t("glossary.terms.related")}>
          {related.map((key, at) => (
            <Fragment key={key}>
              {at > 0 ? " · " : null}
              <a className="link" href={`#${termAnchor(key)}`}>
                {glossaryTerm(text, key).label}
              </a>
            </Fragment>
          ))}
        </NameLine>
        {api.length > 0 ? (
          <NameLine title={text.t("glossary.terms.api")}>
            <Codes names={api} />
          </NameLine>
        ) : null}
        {columns.length > 0 ? (
          <NameLine title={text.t("glossary.terms.columns")}>
            <Codes names={columns} />
          </NameLine>
        ) : null}
      </dl>
    </section>
  );
}

function NameLine({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="flex gap-x-2">
      <dt className="flex-none">{title}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </div>
  );
}

function Codes({ names }: { names: readonly string[] }) {
  return names.map((name, at) => (
    <Fragment key={name}>
      {at > 0 ? " · " : null}
      <code>{name}</code>
    </Fragment>
  ));
}
