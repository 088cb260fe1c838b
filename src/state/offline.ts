import { create } from "zustand";

/** A newer build that waits until the page is reloaded; null: there is none. */
export const useUpdate = create<{ readonly waiting: ServiceWorker | null }>(() => ({ waiting: null }));

/** Later than everything a first visit needs. */
const AFTER = 4000;

/**
 * Keeps the app on this device, so that it opens without a network. What is newer is offered, and taken
 * only when the user says so: a reload ends every connection.
 * @param register of the page's own script, which alone its policy lets become a service worker
 */
export function keepOffline(register: () => Promise<ServiceWorkerRegistration | undefined>): void {
  if (!("serviceWorker" in navigator)) return;
  setTimeout(() => {
    void register().then(watch, () => undefined);
  }, AFTER);
}

/** @param registration undefined: something in between lets none be made */
function watch(registration: ServiceWorkerRegistration | undefined): void {
  if (!registration) return;
  const offer = (): void => {
    // The first one of all replaces nothing.
    if (registration.waiting && navigator.serviceWorker.controller)
      useUpdate.setState({ waiting: registration.waiting });
  };
  offer();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", offer);
  });
}

/** Takes the newer build: the page is loaded again by it. */
export function takeUpdate(): void {
  const { waiting } = useUpdate.getState();
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    location.reload();
  });
  waiting?.postMessage({ type: "SKIP_WAITING" });
}
