export const PROBE_POLICIES = ["always", "loopback", "never"] as const;
/** When requests that look for a cause run by themselves after a failure; "loopback": to this machine only. */
export type ProbePolicy = (typeof PROBE_POLICIES)[number];
