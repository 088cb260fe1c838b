interface MidCutProps {
  readonly text: string;
  readonly className?: string;
}

/** Characters at the end that stay, at most: addresses of one host differ there. */
const LONGEST_TAIL = 20;

/** A text that loses its middle where there is no room for it; it is read out whole. */
export function MidCut({ text, className = "" }: MidCutProps) {
  const segment = text.lastIndexOf("/", text.length - 2);
  const at = Math.max(0, segment, text.length - LONGEST_TAIL);
  if (at === 0) return <span className={`cut ${className}`}>{text}</span>;
  return (
    <span className={`mid-cut ${className}`}>
      <span className="vh">{text}</span>
      <span className="cut" aria-hidden="true">
        {text.slice(0, at)}
      </span>
      <span className="mid-cut-end" aria-hidden="true">
        {text.slice(at)}
      </span>
    </span>
  );
}
