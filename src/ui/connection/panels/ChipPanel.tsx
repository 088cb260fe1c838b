import type { PanelId } from "../panelId.ts";
import { HeartbeatPanel } from "./HeartbeatPanel.tsx";
import { ReconnectPanel } from "./ReconnectPanel.tsx";
import { OnOpenPanel, ParamsPanel, TimeoutPanel, VariablesPanel } from "./commonPanels.tsx";
import { IoEventsPanel } from "./IoEventsPanel.tsx";
import { NamespacesPanel } from "./NamespacesPanel.tsx";
import { AuthPanel, HeadersPanel, PathPanel, TransportsPanel } from "./socketIoPanels.tsx";
import { ClosingPanel, SubprotocolsPanel } from "./webSocketPanels.tsx";

const PANELS = {
  params: ParamsPanel,
  variables: VariablesPanel,
  timeout: TimeoutPanel,
  onOpen: OnOpenPanel,
  heartbeat: HeartbeatPanel,
  reconnect: ReconnectPanel,
  subprotocols: SubprotocolsPanel,
  closing: ClosingPanel,
  path: PathPanel,
  auth: AuthPanel,
  transports: TransportsPanel,
  headers: HeadersPanel,
  namespaces: NamespacesPanel,
  ioEvents: IoEventsPanel,
} as const satisfies Record<PanelId, () => React.ReactNode>;

/** The fields behind every chip, fetched together as soon as the page rests. */
export function ChipPanel({ id }: { readonly id: PanelId }) {
  const Shown = PANELS[id];
  return <Shown />;
}
