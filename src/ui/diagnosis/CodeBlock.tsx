import { copyText } from "../../state/clipboard.ts";
import { IconButton } from "../parts/IconButton.tsx";

interface CodeBlockProps {
  /** What stands there; "-" is to go, "+" is to come. */
  readonly lines: readonly { readonly mark: " " | "+" | "-"; readonly text: string }[];
  readonly copied: string;
  readonly label: string;
}

/** Code to copy. Copying leaves out the marks, and what is to go. */
export function CodeBlock({ lines, copied, label }: CodeBlockProps) {
  const isDiff = lines.some(({ mark }) => mark !== " ");
  return (
    <div className="code">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>
        {lines.map(({ mark, text }, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- lines of one text, which never move
          <span key={at} className={mark === "+" ? "add" : mark === "-" ? "del" : ""}>
            {isDiff ? `${mark} ${text}\n` : `${text}\n`}
          </span>
        ))}
      </pre>
      <IconButton
        icon="copy"
        label={label}
        onClick={() => {
          void copyText(copied);
        }}
      />
    </div>
  );
}
