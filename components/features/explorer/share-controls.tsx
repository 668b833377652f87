"use client";

import { memo } from "react";
import { EmbedPanel } from "@/components/evidence/embed-panel";
import { SharePanel } from "@/components/evidence/share-panel";
import { embedPath } from "@/lib/contract/embeds";
import type { Query } from "@/lib/query/query";
import { writeQuery } from "@/lib/query/write-query";
import { useText } from "@/lib/text/use-text";
import { writeAddress } from "./explorer-state";
import { ExportButton } from "./export-button";
import type { ExportSubject } from "./export-menu";
import type { ExplorerView } from "./view-params";

const EMBEDS = ["map", "table"] as const;

/** What is shared. */
export interface ShareControlsProps {
  query: Query;
  view: ExplorerView;
  subject: ExportSubject;
  onExportFailure: (sentence: string | null) => void;
  /** The revision shown, as a permanent link names it. */
  knownOn: string;
  /** Scheme and host of the site. */
  origin: string;
}

/** Buttons that share what is shown: links, code for other sites, and files. */
export const ShareControls = memo(function ShareControls(props: ShareControlsProps) {
  const { query, view, subject, knownOn, origin, onExportFailure } = props;
  const text = useText();
  const permanentQuery = { ...query, asOf: subject.asOf, knownOn };
  return (
    <>
      <SharePanel
        current={origin + writeAddress({ query: { ...query, knownOn: null }, view })}
        permanent={origin + writeAddress({ query: permanentQuery, view })}
        isCompact
      />
      <EmbedPanel
        origin={origin}
        title={text.t("layout.product")}
        embeds={EMBEDS.map((kind) => ({ kind, path: embedPath(kind, writeQuery(query)) }))}
        isCompact
      />
      <ExportButton
        subject={subject}
        label={text.t("explorer.toolbar.export")}
        onFailure={onExportFailure}
      />
    </>
  );
});
