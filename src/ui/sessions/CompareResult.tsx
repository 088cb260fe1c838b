import type { Row } from "../../core/log/entry.ts";
import type { Seq } from "../../core/units/units.ts";
import type { SessionTexts } from "../../i18n/sessions/sessionTexts.ts";
import type { CompareAnswer } from "../../state/compare.ts";
import { tabTitle } from "../../state/connection.ts";
import { goToEntry } from "../../state/goToEntry.ts";
import type { Tab } from "../../state/tab.ts";
import { setWorkbench } from "../../state/workbench.ts";
import { Icon } from "../parts/Icon.tsx";
import { useText } from "../text.ts";
import { visible } from "../visible.ts";

interface CompareResultProps {
  readonly texts: SessionTexts;
  readonly answer: CompareAnswer;
  readonly one: Tab;
  readonly other: Tab;
}

/** The first difference, with what stands around it on both sides. */
export function CompareResult({ texts, answer, one, other }: CompareResultProps) {
  const words = texts.compare;
  switch (answer.is) {
    case "cancelled":
      return <p>{words.cancelled}</p>;
    case "same":
      return <p>{words.same(answer.messages)}</p>;
    case "differs": {
      const { difference, around } = answer;
      return (
        <>
          <p className="pb-2">
            {words.differs(difference.at)} {difference.one === null ? words.longer(tabTitle(other)) : null}
            {difference.other === null ? words.longer(tabTitle(one)) : null}
          </p>
          <div className="cmp">
            <Side texts={texts} tab={one} rows={around.one} at={difference.one} />
            <Side texts={texts} tab={other} rows={around.other} at={difference.other} />
          </div>
        </>
      );
    }
  }
}

interface SideProps {
  readonly texts: SessionTexts;
  readonly tab: Tab;
  readonly rows: readonly Row[];
  /** The entry that differs; null: there is none any more. */
  readonly at: Seq | null;
}

function Side({ texts: { compare: words }, tab, rows, at }: SideProps) {
  const t = useText();
  return (
    <div className="min-w-0">
      <h3 className="cut">{tabTitle(tab)}</h3>
      {rows.map((row) => (
        <button
          key={row.seq}
          type="button"
          className={`cmp-row ${row.seq === at ? "is-first" : ""}`}
          aria-label={`${words.show(row.seq)}${t.app.colon}${textOf(row)}`}
          onClick={() => {
            setWorkbench({ dialog: null });
            goToEntry(tab.id, row.seq);
          }}
        >
          <span className="mono text-text-3">{row.seq}</span>
          <span className={row.direction === "sent" ? "text-sent" : "text-received"}>
            <Icon name={row.direction} small />
          </span>
          <span className="mono cut">{textOf(row)}</span>
        </button>
      ))}
      {at === null ? <p className="cmp-row is-first">{words.ended}</p> : null}
    </div>
  );
}

function textOf({ what }: Row): string {
  switch (what.type) {
    case "text":
    case "binary":
      return visible(what.preview);
    case "event":
      return visible(`${what.event ?? ""} ${what.preview}`.trim());
    case "note":
      return "";
  }
}
