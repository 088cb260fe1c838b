/** The settings that stand behind a chip. */
export type PanelId =
  | "params"
  | "variables"
  | "timeout"
  | "onOpen"
  | "heartbeat"
  | "reconnect"
  | "subprotocols"
  | "closing"
  | "path"
  | "auth"
  | "transports"
  | "headers"
  | "namespaces"
  | "ioEvents";
