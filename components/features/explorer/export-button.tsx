"use client";

import { useEffect, useRef, useState } from "react";
import type { ExportFormat } from "@/components/query-bar/export-formats";
import { Button } from "@/components/ui/button";
import { DownloadIcon } from "@/components/ui/icons";
import { LazyPopup } from "@/components/ui/lazy-part";
import { Spinner } from "@/components/ui/spinner";
import { toast } from "@/components/ui/toast";
import { download } from "@/lib/client/download";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import type { ExportSubject } from "./export-menu";

interface RunningDownload {
  readonly format: ExportFormat;
  readonly stop: AbortController;
  readonly bytes: number;
}

const loadMenu = () => import("./export-menu").then((m) => m.ExportMenu);

/** Opens the export menu. During a download it shows the size so far and can stop it. */
export function ExportButton({
  subject,
  label,
  side,
  onFailure,
}: {
  subject: ExportSubject;
  label: string;
  side?: "top" | "bottom";
  /** Called with a sentence where a file failed, and with null where another one begins. */
  onFailure: (sentence: string | null) => void;
}) {
  const text = useText();
  const [running, setRunning] = useState<RunningDownload | null>(null);
  const current = useRef<AbortController>(undefined);
  useEffect(() => () => current.current?.abort(), []);

  async function fetchFile(format: ExportFormat, address: string) {
    const stop = new AbortController();
    current.current = stop;
    onFailure(null);
    setRunning({ format, stop, bytes: 0 });
    try {
      await download(address, stop.signal, (bytes) => setRunning({ format, stop, bytes }));
      toast(text.t("common.saved", { format: format.name }));
    } catch (error) {
      if (!stop.signal.aborted) onFailure(describeFailure(text, format, error));
    } finally {
      setRunning(null);
    }
  }

  if (running !== null) {
    return (
      <Button onClick={() => running.stop.abort()}>
        <Spinner />
        {running.format.name}
        {running.bytes > 0 ? <span className="tabular">{text.fileSize(running.bytes)}</span> : null}
        <span className="text-ink-3">{text.t("explorer.export.stop")}</span>
      </Button>
    );
  }
  return (
    <LazyPopup
      loader={loadMenu}
      props={{
        trigger: (
          <Button aria-haspopup="menu">
            <DownloadIcon />
            <span className="max-[45rem]:sr-only">{label}</span>
          </Button>
        ),
        subject,
        side,
        onFormat: fetchFile,
      }}
    />
  );
}

function describeFailure({ t }: Text, { name: format }: ExportFormat, error: unknown): string {
  if (!navigator.onLine) return t("explorer.export.offline", { format });
  // A TypeError is the browser's own for a lost connection; it says nothing to a reader.
  return error instanceof Error && error.name !== "TypeError"
    ? t("explorer.export.failedBecause", { format, reason: error.message })
    : t("explorer.export.failed", { format });
}
