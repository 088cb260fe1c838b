import { useEffect, useEffectEvent } from "react";
import { loadSessionTexts } from "../../i18n/sessions/load.ts";
import { say, useTab } from "../../state/workbench.ts";
import { chosenLocale } from "../locale.ts";
import { IconButton } from "../parts/IconButton.tsx";
import { useText } from "../text.ts";

/** Keeps the log of this connection in the database, or stops that. */
export function RecordButton() {
  const t = useText();
  const isOn = useTab(({ recording }) => recording.is === "on");
  const isRecorded = useTab((tab) => tab.isRecorded);
  const recording = useTab((tab) => tab.recording);
  const tellDropped = useEffectEvent((dropped: readonly string[]) => {
    void loadSessionTexts(chosenLocale()).then(({ recordings }) => {
      say("told", recordings.dropped(dropped.map(recordings.quoted).join(t.app.comma)));
    });
  });
  useEffect(() => {
    if (recording.is === "on" && recording.dropped.length > 0) tellDropped(recording.dropped);
  }, [recording]);
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
