"use client";

import { useEffect, useRef, useState } from "react";
import type { ExportFormat } from "@/components/query-bar/export-formats";
import { Button, type ButtonVariant } from "@/components/ui/button";
import { DownloadIcon } from "@/components/ui/icons";
import { Spinner } from "@/components/ui/spinner";
import { toast } from "@/components/ui/toast";
import { useLoaded } from "@/components/ui/use-lazy-component";
import { download } from "@/lib/client/download";
import type { ExportSubject } from "./export-menu";
import { loadExportMenu } from "./lazy-parts";

/** Props of the export button. */
export interface ExportButtonProps {
  subject: ExportSubject;
  label: string;
  variant?: ButtonVariant;
  side?: "top" | "bottom";
  /** Called with a sentence where a file could not be had, and with null when another is begun. */
  onFailure: (sentence: string | null) => void;
}

interface Running {
  readonly format: ExportFormat;
  readonly stop: AbortController;
  readonly bytes: number;
}

/** Opens the export menu; while a file is on its way it says so and can be stopped. */
export function ExportButton({ subject, label, variant, side, onFailure }: ExportButtonProps) {
  const menu = useLoaded(loadExportMenu);
  // The press that loads the menu also opens it; after a file it stays closed.
  const [opensAtOnce, setOpensAtOnce] = useState(true);
  const [running, setRunning] = useState<Running | null>(null);
  const current = useRef<AbortController>(undefined);
  useEffect(() => () => current.current?.abort(), []);

  async function fetchFile(format: ExportFormat, address: string) {
    const stop = new AbortController();
    current.current = stop;
    onFailure(null);
    setOpensAtOnce(false);
    setRunning({ format, stop, bytes: 0 });
    try {
      await download(address, stop.signal, (bytes) => setRunning({ format, stop, bytes }));
      toast(`${format.name} saved`);
    } catch (error) {
      if (!stop.signal.aborted) onFailure(failureSentence(format, error));
    } finally {
      setRunning(null);
    }
  }

  if (running !== null) {
    return (
      <Button onClick={() => running.stop.abort()} title="Stop">
        <Spinner />
        {running.format.name}
        {running.bytes > 0 ? (
          <span className="tabular">{Math.ceil(running.bytes / 1024)} kB</span>
        ) : null}
        <span className="text-ink-3">Stop</span>
      </Button>
    );
  }
  const words = (
    <>
      <DownloadIcon />
      <span className="explorer-word">{label}</span>
    </>
  );
  if (menu.part) {
    return (
      <menu.part
        subject={subject}
        side={side}
        defaultOpen={opensAtOnce}
        trigger={<Button variant={variant}>{words}</Button>}
        onFormat={fetchFile}
      />
    );
  }
  return (
    <Button variant={variant} aria-haspopup="menu" onClick={menu.load}>
      {words}
    </Button>
  );
}

function failureSentence({ name }: ExportFormat, error: unknown): string {
  if (!navigator.onLine) return `The ${name} file needs a connection; you are offline.`;
  const why = error instanceof Error && error.name !== "TypeError" ? ` ${error.message}` : "";
  return `The ${name} file could not be made.${why} Try again, or take another format.`;
}
