/**
 * The window of the policy lab's live check. It is no part of the app: its own policy may connect anywhere, so nothing
 * but this script runs in it. It tries one target in an empty frame under somebody's policies, tells the lab, and closes.
 */
const PATIENCE = 6000;
/** Violations come up to 26 ms around the failure. */
const SETTLE = 200;

const lab = globalThis.opener;

/** Fires with the first sign of an ending, or after all patience. */
function ending(socket, seen) {
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE);
    socket.addEventListener("open", () => {
      seen.opened = true;
      resolve();
    });
    socket.addEventListener("error", () => {
      setTimeout(resolve, SETTLE);
    });
    socket.addEventListener("close", () => {
      resolve();
    });
  });
}

async function attempt(scope, targetUrl, resource, seen) {
  if (resource === "fetch") {
    const signal = scope.AbortSignal.timeout(PATIENCE);
    await scope.fetch(targetUrl, { mode: "no-cors", cache: "no-store", credentials: "omit", signal });
    seen.opened = true;
    return;
  }
  const socket = resource === "eventsource" ? new scope.EventSource(targetUrl) : new scope.WebSocket(targetUrl);
  seen.readyState = socket.readyState;
  // Firefox knows a CSP block only by its exception; Chromium by a socket that is closed at once.
  await ending(socket, seen);
  socket.close();
}

async function check({ policies, targetUrl, resource }) {
  const seen = { thrown: "", readyState: -1, opened: false, enforced: 0 };
  const frame = document.createElement("iframe");
  frame.srcdoc = "<!doctype html><head></head><body></body>";
  const isLoaded = new Promise((resolve) => {
    frame.addEventListener("load", resolve, { once: true });
  });
  document.body.append(frame);
  await isLoaded;
  const inside = frame.contentDocument;
  inside.addEventListener("securitypolicyviolation", ({ disposition }) => {
    if (disposition === "enforce") seen.enforced += 1;
  });
  for (const text of policies) {
    const meta = inside.createElement("meta");
    meta.httpEquiv = "Content-Security-Policy";
    meta.content = text;
    inside.head.append(meta);
  }
  try {
    await attempt(frame.contentWindow, targetUrl, resource, seen);
  } catch (error) {
    seen.thrown = error.name;
  }
  await new Promise((resolve) => {
    setTimeout(resolve, SETTLE);
  });
  return seen;
}

addEventListener("message", ({ origin, source, data }) => {
  if (origin !== location.origin || source !== lab) return;
  void check(data).then((seen) => {
    lab.postMessage({ livecheck: "seen", seen }, location.origin);
    close();
  });
});

lab?.postMessage({ livecheck: "ready" }, location.origin);
