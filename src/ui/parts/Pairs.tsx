import { IconButton } from "./IconButton.tsx";

export interface Pair {
  readonly name: string;
  readonly value: string;
}

interface PairsProps {
  readonly pairs: readonly Pair[];
  readonly onChange: (pairs: readonly Pair[]) => void;
  readonly nameLabel: string;
  readonly valueLabel: string;
  readonly removeLabel: string;
  readonly addLabel: string;
}

/** Names and values in rows; an empty row at the end is always there to be filled. */
export function Pairs({ pairs, onChange, nameLabel, valueLabel, removeLabel, addLabel }: PairsProps) {
  const rows = [...pairs, { name: "", value: "" }];
  const set = (at: number, change: Partial<Pair>): void => {
    onChange(
      rows
        .map((pair, index) => (index === at ? { ...pair, ...change } : pair))
        .filter(({ name, value }, index) => index < pairs.length || name !== "" || value !== ""),
    );
  };
  return (
    <div className="pairs">
      {rows.map((pair, at) => {
        const isNew = at === pairs.length;
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a row is its place: names may repeat and change while typed
          <div key={at} className="contents">
            <label className="field">
              <span className="vh">{isNew ? addLabel : nameLabel}</span>
              <input
                className="mono"
                placeholder={nameLabel}
                value={pair.name}
                spellCheck={false}
                autoComplete="off"
                onChange={(event) => {
                  set(at, { name: event.target.value });
                }}
              />
            </label>
            <label className="field">
              <span className="vh">{valueLabel}</span>
              <input
                className="mono"
                placeholder={valueLabel}
                value={pair.value}
                spellCheck={false}
                autoComplete="off"
                onChange={(event) => {
                  set(at, { value: event.target.value });
                }}
              />
            </label>
            {isNew ? (
              <span />
            ) : (
              <IconButton
                icon="close"
                label={`${removeLabel} ${pair.name}`.trim()}
                onClick={() => {
                  onChange(pairs.filter((_, index) => index !== at));
                }}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}
