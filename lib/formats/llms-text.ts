/** A link with what it leads to. */
export interface DescribedLink {
  readonly name: string;
  /** Absolute. */
  readonly address: string;
  /** One sentence without its full stop; null: the name says it. */
  readonly description: string | null;
}

/** What `/llms.txt` says about the site. */
export interface SiteGuide {
  readonly title: string;
  readonly summary: string;
  /** What a reader must know to cite the data correctly, a sentence or two each. */
  readonly rules: readonly string[];
  readonly sections: readonly {
    readonly title: string;
    readonly links: readonly DescribedLink[];
  }[];
}

/** A guide to the site for language models, in the form of https://llmstxt.org: title, summary, rules, then sections of links. */
export function llmsText({ title, summary, rules, sections }: SiteGuide): string {
  return [
    `# ${title}`,
    `> ${summary}`,
    rules.map((rule) => `- ${rule}`).join("\n"),
    ...sections.flatMap((section) => [`## ${section.title}`, section.links.map(toItem).join("\n")]),
  ].join("\n\n");
}

function toItem({ name, address, description }: DescribedLink): string {
  return `- [${name}](${address})${description === null ? "" : `: ${description}`}`;
}
