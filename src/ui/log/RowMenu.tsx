import { useState, type MouseEvent, type ReactNode } from "react";
import type { Row } from "../../core/log/entry.ts";
import type { LogTexts } from "../../i18n/log/logTexts.ts";
import { addTerm, copyEntry, editLog, goTo, isNarrowed, select, togglePin } from "../../state/log.ts";
import { activeTab, setWorkbench, useLogView, workbench } from "../../state/workbench.ts";
import { keysText } from "../commands/keysText.ts";
import { Menu, type MenuItem } from "../parts/Menu.tsx";
import { useLogTexts } from "./useLogTexts.ts";

interface RowMenu {
  readonly onContextMenu: (event: MouseEvent) => void;
  readonly shown: ReactNode;
}

/** What can be done with one row, by the secondary button, the menu key or a long press. */
export function useRowMenu(): RowMenu {
  const texts = useLogTexts();
  const [open, setOpen] = useState<{ readonly row: Row; readonly at: { x: number; y: number } } | null>(null);
  return {
    onContextMenu: (event) => {
      const rows = useLogView.getState().view?.rows ?? [];
      const element = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-seq]") : null;
      // By keyboard it comes from the grid itself, and means the chosen row.
      const { selected } = activeTab(workbench()).log;
      const of = element ? Number(element.dataset["seq"]) : selected;
      const row = rows.find(({ seq }) => seq === of);
      if (!row) return;
      event.preventDefault();
      select(row.seq);
      const box = document.querySelector(`[data-seq="${String(row.seq)}"]`)?.getBoundingClientRect();
      const isKey = event.clientX === 0 && event.clientY === 0;
      const at = isKey && box ? { x: box.left + 24, y: box.bottom } : { x: event.clientX, y: event.clientY };
      setOpen({ row, at });
    },
    shown:
      open && texts ? (
        <Menu
          label={`${texts.menu.label} #${String(open.row.seq)}`}
          at={open.at}
          groups={itemsOf(open.row, texts)}
          onClose={() => {
            setOpen(null);
          }}
        />
      ) : null,
  };
}

function itemsOf(row: Row, texts: LogTexts): readonly (readonly MenuItem[])[] {
  const { menu } = texts;
  const { log, ...tab } = activeTab(workbench());
  const isPinned = log.pins.some((pin) => pin.row.seq === row.seq);
  const { what, link } = row;
  const event = what.type === "event" ? what.event : null;
  const quoted = event === null ? null : /[\s"*]/.test(event) ? `"${event}"` : event;
  const narrow = (text: string, term: string): MenuItem => ({
    text,
    act: () => {
      addTerm(term);
    },
  });
  return [
    [
      {
        text: menu.inspect,
        keys: "Enter",
        act: () => {
          setWorkbench({ panel: "inspect" });
        },
      },
      ...(what.type === "note"
        ? []
        : [{ text: menu.copy, keys: keysText("copy-row"), act: () => void copyEntry(row) }]),
      {
        text: isPinned ? menu.unpin : menu.pin,
        keys: keysText("pin-row"),
        act: () => {
          togglePin(row);
        },
      },
      ...(link === null
        ? []
        : [
            {
              text: menu.link,
              keys: keysText("linked-row"),
              act: () => {
                goTo(link.seq);
              },
            },
          ]),
    ],
    [
      ...(quoted === null || event === null
        ? []
        : [narrow(menu.onlyEvent(event), `event:${quoted}`), narrow(menu.notEvent(event), `-event:${quoted}`)]),
      narrow(menu.onlyKind(row.kind), `kind:${row.kind}`),
      narrow(menu.notKind(row.kind), `-kind:${row.kind}`),
      narrow(menu.from, `seq:>=${String(row.seq)}`),
      narrow(menu.until, `seq:<=${String(row.seq)}`),
      ...(isNarrowed({ log, ...tab })
        ? [
            {
              text: menu.inContext,
              act: () => {
                editLog({ shows: "all" });
                goTo(row.seq);
              },
            },
          ]
        : []),
    ],
  ];
}
