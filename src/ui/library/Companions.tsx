import "../styles/contrast.css";
import { useEffect } from "react";
import { workbench } from "../../state/workbench.ts";
import { Presence } from "../status/Presence.tsx";
import { VariableAssist } from "./VariableAssist.tsx";

/** What stands beside every panel and belongs to none. */
export function Companions() {
  useFileDrop();
  return (
    <>
      <VariableAssist />
      <Presence />
    </>
  );
}

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes("Files") === true;

/** Files dropped anywhere are looked at as an import; the message takes files of its own. */
function useFileDrop(): void {
  useEffect(() => {
    const isElsewhere = ({ target }: DragEvent): boolean =>
      target instanceof Element && target.closest(".composer") !== null;
    const over = (event: DragEvent): void => {
      if (!hasFiles(event) || isElsewhere(event) || event.defaultPrevented) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event) || isElsewhere(event) || event.defaultPrevented) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      // What another dialog has taken in must not go with it.
      const { dialog } = workbench();
      const takes = dialog === null || dialog.is === "import" || dialog.is === "open-log";
      if (files.length > 0 && takes) void import("../../state/openFiles.ts").then((open) => open.openFiles(files));
    };
    addEventListener("dragover", over);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragover", over);
      removeEventListener("drop", drop);
    };
  }, []);
}
