import "../styles/inspector.css";
import type { EntryDetail } from "../../core/log/entry.ts";
import { loadDecodeTexts } from "../../i18n/decode/load.ts";
import type { InspectorView } from "../../state/tab.ts";
import { useLoaded } from "../useLoaded.ts";
import { DecodedView } from "./DecodedView.tsx";
import { HexView } from "./HexView.tsx";
import { PrettyView } from "./PrettyView.tsx";
import { RawView } from "./RawView.tsx";
import { useMarks } from "../useMarks.ts";
import { Waiting } from "./Waiting.tsx";

interface PayloadViewsProps {
  readonly detail: EntryDetail;
  readonly view: InspectorView;
}

/** A payload in the chosen reading. A chunk of its own, fetched with the first entry that is looked at. */
export function PayloadViews({ detail, view }: PayloadViewsProps) {
  const texts = useLoaded(loadDecodeTexts);
  const marks = useMarks();
  if (texts === null) return <Waiting />;
  switch (view) {
    case "pretty":
      return <PrettyView detail={detail} marks={marks} texts={texts} />;
    case "raw":
      return <RawView detail={detail} marks={marks} texts={texts} />;
    case "hex":
      return <HexView octets={detail.head} />;
    case "decoded":
      return <DecodedView detail={detail} marks={marks} texts={texts} />;
  }
}
