import { useState } from "react";
import { MOST_TEXT } from "../../core/clue/readClue.ts";
import type { ClueTexts } from "../../i18n/clue/clueTexts.ts";
import { FilePick } from "../parts/FilePick.tsx";

interface ClueInputProps {
  readonly words: ClueTexts;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** Where lines are pasted, typed or dropped as a file. */
export function ClueInput({ words, text, onChange }: ClueInputProps) {
  const [says, setSays] = useState("");
  const take = (file: File): void => {
    file
      .slice(0, MOST_TEXT)
      .text()
      .then(
        (read) => {
          setSays(file.size > MOST_TEXT ? words.cut(file.name) : "");
          onChange(read);
        },
        () => {
          setSays(words.unreadable(file.name));
        },
      );
  };
  return (
    <div
      className="clue-input"
      onDragOver={(event) => {
        event.preventDefault();
      }}
      onDrop={(event) => {
        event.preventDefault();
        const [file] = event.dataTransfer.files;
        if (file) take(file);
        else onChange(event.dataTransfer.getData("text"));
      }}
    >
      <span className="field field-area">
        <textarea
          className="mono"
          aria-label={words.paste}
          aria-describedby={says === "" ? undefined : "clue-says"}
          placeholder={words.placeholder}
          value={text}
          rows={8}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          onChange={(event) => {
            setSays("");
            onChange(event.target.value);
          }}
        />
      </span>
      <div className="clue-tools">
        <FilePick
          label={words.choose}
          onPick={([file]) => {
            take(file);
          }}
        />
        {text === "" ? null : (
          <button
            type="button"
            className="btn"
            onClick={() => {
              setSays("");
              onChange("");
            }}
          >
            {words.erase}
          </button>
        )}
        <span id="clue-says" role="alert" className="says is-wrong">
          {says}
        </span>
      </div>
    </div>
  );
}
