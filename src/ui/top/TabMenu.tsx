import { loadCommandTexts } from "../../i18n/commands/load.ts";
import type { CommandTexts } from "../../i18n/commands/commandTexts.ts";
import { copyText } from "../../state/clipboard.ts";
import { saveTab } from "../../state/save.ts";
import type { Tab } from "../../state/tab.ts";
import { activate, closeTab, duplicateTab, moveTab } from "../../state/tabs.ts";
import { setWorkbench, workbench } from "../../state/workbench.ts";
import { keysText } from "../commands/keysText.ts";
import { Menu, type MenuItem } from "../parts/Menu.tsx";
import { useLoaded } from "../useLoaded.ts";

interface TabMenuProps {
  readonly tab: Tab;
  readonly title: string;
  readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
}

/** What can be done with one connection's tab, by the secondary button or the menu key. */
export function TabMenu({ tab, title, at, onClose }: TabMenuProps) {
  const texts = useLoaded(loadCommandTexts);
  return texts && <Menu label={texts.tab.menu(title)} at={at} groups={groupsOf(tab, texts)} onClose={onClose} />;
}

function groupsOf(tab: Tab, { names, tab: texts }: CommandTexts): readonly (readonly MenuItem[])[] {
  const { tabs } = workbench();
  const place = tabs.findIndex(({ id }) => id === tab.id);
  const act = (run: () => void) => (): void => {
    activate(tab.id);
    run();
  };
  const own: readonly MenuItem[] = tab.isRecorded
    ? []
    : [
        { text: names.save, keys: keysText("save"), act: act(saveTab) },
        {
          text: names.share,
          keys: keysText("share"),
          act: act(() => {
            setWorkbench({ dialog: { is: "share", what: { is: "tab" } } });
          }),
        },
        {
          text: names["duplicate-tab"],
          keys: keysText("duplicate-tab"),
          act: () => {
            duplicateTab(tab.id);
          },
        },
        { text: texts.copyUrl, isDisabled: tab.profile.url === "", act: () => void copyText(tab.profile.url) },
      ];
  return [
    own,
    [
      {
        text: texts.left,
        keys: "Alt ←",
        isDisabled: place === 0,
        act: () => {
          moveTab(tab.id, -1);
        },
      },
      {
        text: texts.right,
        keys: "Alt →",
        isDisabled: place === tabs.length - 1,
        act: () => {
          moveTab(tab.id, 1);
        },
      },
    ],
    [
      {
        text: texts.close,
        keys: "Del",
        act: () => {
          closeTab(tab.id);
        },
      },
      {
        text: texts.closeOthers,
        isDisabled: tabs.length < 2,
        act: () => {
          for (const { id } of workbench().tabs) if (id !== tab.id) closeTab(id);
        },
      },
    ],
  ].filter((group) => group.length > 0);
}
