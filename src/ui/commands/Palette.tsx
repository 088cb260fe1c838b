import "../styles/settings.css";
import { Command as Cmd } from "cmdk";
import { useEffect, useRef, useState } from "react";
import { loadCommandTexts } from "../../i18n/commands/load.ts";
import { loadSettingTexts } from "../../i18n/settings/load.ts";
import type { EventCount } from "../../core/log/view.ts";
import { engine } from "../../state/engine.ts";
import { workbench } from "../../state/workbench.ts";
import { Icon } from "../parts/Icon.tsx";
import { KeyCaps } from "../settings/KeyCaps.tsx";
import { chosenLocale } from "../locale.ts";
import { useText } from "../text.ts";
import { useLoaded } from "../useLoaded.ts";
import { paletteScore } from "./paletteScore.ts";
import { paletteGroups, type PaletteItem } from "./paletteItems.ts";

/** So that nothing is waited for when the palette opens. */
export const fetchTexts = async (): Promise<void> => {
  const locale = chosenLocale();
  await Promise.all([loadCommandTexts(locale), loadSettingTexts(locale)]);
};

/** Everything that can be done or gone to, by a few letters of its name. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const texts = useLoaded(loadCommandTexts);
  const settings = useLoaded(loadSettingTexts);
  const events = useEvents();
  const dialog = useRef<HTMLDialogElement>(null);
  const before = useRef<Element | null>(null);
  useEffect(() => {
    before.current ??= document.activeElement;
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const palette = texts?.palette;
  const groups = texts && settings ? paletteGroups({ t, texts, settings, events }) : [];
  const run = (item: PaletteItem): void => {
    const back = before.current;
    dialog.current?.close();
    // What it does may take the focus; else it is where it was.
    if (back instanceof HTMLElement && back.isConnected) back.focus();
    item.run();
  };
  return (
    <dialog
      ref={dialog}
      className="dialog"
      style={{ width: "calc(600px * var(--sw-zoom))" }}
      aria-label={palette?.title}
      onClose={() => {
        // A dialog that was asked for here may stand there already, and wait for its code.
        if (workbench().dialog?.is === "palette") onClose();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
      }}
      closedby="any"
    >
      <Cmd label={palette?.field ?? ""} loop className="dialog-in" filter={score}>
        <div className="palette-field">
          <Icon name="search" />
          <Cmd.Input placeholder={palette?.placeholder} />
        </div>
        <Cmd.List className="palette-list" label={palette?.title ?? ""}>
          {palette ? <Cmd.Empty className="palette-none">{palette.none}</Cmd.Empty> : null}
          {groups.map(({ name, items }) => (
            <Cmd.Group key={name} heading={name}>
              {items.map((item) => (
                <Cmd.Item
                  key={item.id}
                  value={item.id}
                  keywords={[item.name, name, item.detail, ...item.words]}
                  className="palette-item"
                  onSelect={() => {
                    run(item);
                  }}
                >
                  <span className={`cut ${item.isMono ? "mono" : ""}`}>{item.name}</span>
                  <span className="cut grow text-text-3">{item.detail}</span>
                  {item.keys === "" ? null : <KeyCaps shortcut={item.keys} />}
                </Cmd.Item>
              ))}
            </Cmd.Group>
          ))}
        </Cmd.List>
        <p className="palette-hint">{palette?.hint}</p>
      </Cmd>
    </dialog>
  );
}

/** The library's own scoring finds letters strewn over a name, and puts them before whole words. */
function score(_value: string, typed: string, [name = "", group = "", detail = "", ...words]: string[] = []): number {
  return paletteScore({ name, words, around: [group, detail] }, typed);
}

const NO_EVENTS: readonly EventCount[] = [];

/** Names of the events that the log has, as of the moment when the palette is opened. */
function useEvents(): readonly EventCount[] {
  const [events, setEvents] = useState(NO_EVENTS);
  useEffect(() => {
    let isCurrent = true;
    if (workbench().engine.is !== "ready") return;
    engine()
      .ask("events", { session: workbench().active })
      .then(
        (found) => {
          if (isCurrent) setEvents(found);
        },
        // A palette without events.
        () => undefined,
      );
    return () => {
      isCurrent = false;
    };
  }, []);
  return events;
}
