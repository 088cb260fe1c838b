import { IconButton } from "./IconButton.tsx";

export interface Pair {
  readonly name: string;
  readonly value: string;
  readonly secret?: boolean;
}

interface PairsProps<Row extends Pair> {
  readonly pairs: readonly Row[];
  readonly onChange: (pairs: readonly Row[]) => void;
  /** What a row is besides its name and value when it is added. */
  readonly empty: Row;
  readonly nameLabel: string;
  readonly valueLabel: string;
  readonly removeLabel: string;
  readonly addLabel: string;
  /** Given: each row can be marked secret, and then hides its value until it is edited. */
  readonly secretLabel?: string;
}

/** Names and values in rows; an empty row at the end is always there to be filled. */
export function Pairs<Row extends Pair>(props: PairsProps<Row>) {
  const { pairs, onChange, empty, nameLabel, valueLabel, removeLabel, addLabel, secretLabel } = props;
  const rows = [...pairs, empty];
  const set = (at: number, change: Partial<Pair>): void => {
    onChange(
      rows
        .map((pair, index) => (index === at ? { ...pair, ...change } : pair))
        .filter(({ name, value }, index) => index < pairs.length || name !== "" || value !== ""),
    );
  };
  return (
    <div className={`pairs ${secretLabel === undefined ? "" : "has-secrets"}`}>
      {rows.map((pair, at) => {
        const isNew = at === pairs.length;
        const isSecret = pair.secret === true;
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
                className={`mono ${isSecret ? "is-secret" : ""}`}
                placeholder={valueLabel}
                value={pair.value}
                spellCheck={false}
                autoComplete="off"
                onChange={(event) => {
                  set(at, { value: event.target.value });
                }}
              />
            </label>
            {secretLabel === undefined ? null : isNew ? (
              <span />
            ) : (
              <IconButton
                icon="secure"
                label={`${secretLabel} ${pair.name}`.trim()}
                pressed={isSecret}
                onClick={() => {
                  set(at, { secret: !isSecret });
                }}
              />
            )}
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
