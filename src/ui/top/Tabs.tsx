import {
  lazy,
  memo,
  Suspense,
  useEffect,
  useRef,
  useState,
  type DragEvent,
  type KeyboardEvent,
  type MouseEvent,
} from "react";
import type { Tab } from "../../state/tab.ts";
import { tabTitle } from "../../state/connection.ts";
import { isEdited } from "../../state/effective.ts";
import { activate, closeTab, moveTab, stepTab } from "../../state/tabs.ts";
import { useWorkbench, workbench } from "../../state/workbench.ts";
import { Icon } from "../parts/Icon.tsx";
import { useText } from "../text.ts";

const TabMenu = lazy(() => import("./TabMenu.tsx").then((loaded) => ({ default: loaded.TabMenu })));

/** One Tab stop; arrow keys go through the connections, with Alt they move one, Delete closes one. @see https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ */
export function Tabs() {
  const t = useText();
  const tabs = useWorkbench((state) => state.tabs);
  const active = useWorkbench((state) => state.active);
  const step = (event: KeyboardEvent<HTMLDivElement>): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.altKey && by !== undefined) moveTab(active, by);
    else if (event.key === "Delete") closeTab(active);
    else if (event.key === "ArrowRight") stepTab(1);
    else if (event.key === "ArrowLeft") stepTab(-1);
    else return;
    event.preventDefault();
    const list = event.currentTarget;
    requestAnimationFrame(() => {
      list.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
    });
  };
  return (
    <div className="tabs" role="presentation" onKeyDown={step}>
      {/* A tablist may own tabs only, so the buttons that close them stand beside it. */}
      <div role="tablist" aria-label={t.tabs.label} aria-owns={tabs.map(({ id }) => tabId(id)).join(" ")} />
      {tabs.map((tab) => (
        <TabItem key={tab.id} tab={tab} isActive={tab.id === active} />
      ))}
    </div>
  );
}

const tabId = (id: string): string => `tab-${id}`;

const TabItem = memo(function TabItem({ tab, isActive }: { readonly tab: Tab; readonly isActive: boolean }) {
  const t = useText();
  const title = useWorkbench(() => tabTitle(tab)) || t.tabs.untitled;
  const edited = useWorkbench(() => isEdited(tab));
  const item = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const showMenu = (event: MouseEvent<HTMLDivElement>): void => {
    event.preventDefault();
    const box = event.currentTarget.getBoundingClientRect();
    // By key it comes from nowhere.
    const isKey = event.clientX === 0 && event.clientY === 0;
    setMenu(isKey ? { x: box.left, y: box.bottom } : { x: event.clientX, y: event.clientY });
  };
  useEffect(() => {
    if (isActive) item.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
    // A tab grows with its title.
  }, [isActive, title]);
  return (
    <div
      ref={item}
      className={`tab ${isActive ? "is-active" : ""}`}
      role="presentation"
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(TAB_TYPE, tab.id);
        event.dataTransfer.effectAllowed = "move";
      }}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(TAB_TYPE)) event.preventDefault();
      }}
      onDrop={(event) => {
        dropOn(tab, event);
      }}
      onContextMenu={showMenu}
      onAuxClick={(event) => {
        if (event.button === 1) closeTab(tab.id);
      }}
    >
      <button
        type="button"
        role="tab"
        id={tabId(tab.id)}
        aria-selected={isActive}
        tabIndex={isActive ? 0 : -1}
        title={title}
        onClick={() => {
          activate(tab.id);
        }}
      >
        <span className={`mark mark-${tab.session.phase}`} role="img" aria-label={t.phase[tab.session.phase]} />
        <span className={`cut ${tab.saved !== null || tab.title !== "" || title === t.tabs.untitled ? "" : "mono"}`}>
          {title}
        </span>
        {edited ? <span className="dirty" role="img" aria-label={t.tabs.edited} title={t.tabs.edited} /> : null}
      </button>
      <button
        type="button"
        className="x"
        tabIndex={-1}
        aria-label={t.tabs.close(title)}
        title={t.tabs.close(title)}
        onClick={() => {
          closeTab(tab.id);
        }}
      >
        <Icon name="close" small />
      </button>
      {menu === null ? null : (
        <Suspense>
          <TabMenu
            tab={tab}
            title={title}
            at={menu}
            onClose={() => {
              setMenu(null);
            }}
          />
        </Suspense>
      )}
    </div>
  );
});

/** What is dragged is one of our tabs. */
const TAB_TYPE = "application/x-sockwright-tab";

/** It takes the place of the tab that it is dropped on. */
function dropOn(tab: Tab, event: DragEvent): void {
  const { tabs } = workbench();
  const from = tabs.findIndex(({ id }) => id === event.dataTransfer.getData(TAB_TYPE));
  const moved = tabs[from];
  if (!moved) return;
  event.preventDefault();
  moveTab(moved.id, tabs.findIndex(({ id }) => id === tab.id) - from);
}
