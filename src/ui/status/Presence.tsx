import { useEffect, useRef, useState } from "react";
import type { SessionState } from "../../core/session/session.ts";
import type { Messages } from "../../i18n/index.ts";
import { tabTitle } from "../../state/connection.ts";
import type { Tab } from "../../state/tab.ts";
import { activate } from "../../state/tabs.ts";
import { useTab, useWorkbench, workbench } from "../../state/workbench.ts";
import { endingText, useText } from "../text.ts";

/** How the browser's own tab shows a connection. */
const SIGNS: Readonly<Record<SessionState["phase"], readonly [sign: string, colour: string | null]>> = {
  idle: ["", null],
  connecting: ["… ", "#b7791f"],
  open: ["● ", "#2f9e54"],
  waiting: ["↻ ", "#b7791f"],
  closing: ["", null],
  closed: ["✕ ", "#d0342c"],
  failed: ["✕ ", "#d0342c"],
  disposed: ["", null],
};

/** Title and icon tell the state, and how many connections ended while nobody looked; if wanted, so does the browser. */
export function Presence() {
  const t = useText();
  const phase = useTab((tab) => tab.session.phase);
  const name = useTab(tabTitle);
  const unseen = useUnseen(t);
  const [sign, colour] = SIGNS[phase];
  useEffect(() => {
    const count = unseen > 0 ? `(${String(unseen)}) ` : "";
    document.title = name === "" ? "Sockwright" : `${count}${sign}${name} · Sockwright`;
  }, [unseen, sign, name]);
  useIcon(colour);
  return null;
}

function useIcon(colour: string | null): void {
  const plain = useRef<{ readonly href: string; readonly svg: Promise<string> } | null>(null);
  useEffect(() => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (!link) return undefined;
    plain.current ??= { href: link.href, svg: fetch(link.href).then((answer) => answer.text()) };
    const { href, svg } = plain.current;
    let isCurrent = true;
    void (colour === null ? Promise.resolve(href) : svg.then((text) => withDot(text, colour))).then(
      (shown) => {
        if (isCurrent) link.href = shown;
      },
      // Without a network it stays as it is.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [colour]);
}

/** Our icon with a dot in its corner. */
function withDot(svg: string, colour: string): string {
  const dot = `<circle cx="25" cy="25" r="7" fill="${colour}" stroke="#fff" stroke-width="2"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg.replace("</svg>", dot))}`;
}

/** @returns how many connections ended since the page was looked at last */
function useUnseen(t: Messages): number {
  const [ended, setEnded] = useState<ReadonlySet<string>>(new Set());
  const tabs = useWorkbench((state) => state.tabs);
  const before = useRef<readonly Tab[]>(tabs);
  useEffect(() => {
    for (const tab of tabs) {
      const was = before.current.find(({ id }) => id === tab.id)?.session.phase;
      const { session } = tab;
      const isOver = session.phase === "waiting" || session.phase === "closed";
      if (!document.hidden || was !== "open" || !isOver || session.ending.asked) continue;
      setEnded((others) => new Set([...others, tab.id]));
      if (workbench().settings.notifies) notify(tab, endingText(t, session.ending.cause).replaceAll("`", ""));
    }
    before.current = tabs;
  }, [tabs, t]);
  useEffect(() => {
    const look = (): void => {
      if (!document.hidden) setEnded(new Set());
    };
    document.addEventListener("visibilitychange", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
  return ended.size;
}

function notify(tab: Tab, why: string): void {
  if (!("Notification" in globalThis) || Notification.permission !== "granted") return;
  const shown = new Notification(tabTitle(tab), { body: why, tag: tab.id });
  shown.addEventListener("click", () => {
    focus();
    activate(tab.id);
    shown.close();
  });
}
