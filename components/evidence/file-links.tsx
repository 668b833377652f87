"use client";

import { Anchor } from "@/components/layout/link";
import "./file-links.css";

/** A file or an answer of the API with the data of a page. */
export interface DataFile {
  readonly name: string;
  readonly hint: string;
  /** Path with its query. */
  readonly href: string;
  /** Is it saved as a file? Otherwise it opens as an answer. */
  readonly file: boolean;
}

/** Files and answers under each other. A client component, so that a page sends their words once beside the markup. */
export function FileLinks({ files }: { files: readonly DataFile[] }) {
  return (
    <ul className="file-links">
      {files.map(({ name, hint, href, file }) => (
        <li key={href}>
          <Anchor href={href} download={file || undefined}>
            <b>{name}</b>
            <span>{hint}</span>
          </Anchor>
        </li>
      ))}
    </ul>
  );
}
