import { lazy, Suspense } from "react";
import { Icon } from "../parts/Icon.tsx";
import { Popover } from "../parts/Popover.tsx";
import { useText } from "../text.ts";

const SettingsPanel = lazy(() => import("./SettingsPanel.tsx").then((loaded) => ({ default: loaded.SettingsPanel })));

export function SettingsMenu() {
  const t = useText();
  return (
    <Popover
      label={t.settings.label}
      buttonLabel={t.settings.label}
      buttonClass="icon-btn"
      button={<Icon name="settings" />}
      width={340}
    >
      {(close) => (
        <Suspense>
          <SettingsPanel close={close} />
        </Suspense>
      )}
    </Popover>
  );
}
