import { useTab } from "../../state/workbench.ts";
import { IconButton } from "../parts/IconButton.tsx";
import { useText } from "../text.ts";

/** Keeps the log of this connection in the database, or stops that. */
export function RecordButton() {
  const t = useText();
  const isOn = useTab(({ recording }) => recording.is === "on");
  const isRecorded = useTab((tab) => tab.isRecorded);
  const toggle = (): void => {
    void import("../../state/record.ts").then(({ toggleRecording }) => {
      toggleRecording();
    });
  };
  return (
    <IconButton
      icon="record"
      className={isOn ? "is-recording" : ""}
      label={t.log.record}
      pressed={isOn}
      disabled={isRecorded}
      onClick={toggle}
    />
  );
}
