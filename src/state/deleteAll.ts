import { DATABASE, deleteDatabase } from "../storage/database.ts";
import { RECORDINGS_DATABASE } from "../storage/recordings/recordingDatabase.ts";
import { restartEngine } from "./engine.ts";
import { stopKeeping } from "./persist.ts";

/**
 * Everything that this browser keeps of the app goes: its databases, and what the session's own storage has. The page
 * then begins anew. Rejects where the browser does not let go of a database; connections have ended all the same.
 */
export async function deleteEverything(): Promise<void> {
  stopKeeping();
  // A recording that goes on would write its last second after the end.
  restartEngine();
  await Promise.all([deleteDatabase(DATABASE), deleteDatabase(RECORDINGS_DATABASE)]);
  addEventListener("pagehide", () => {
    sessionStorage.clear();
  });
  location.replace(location.pathname + location.search);
  location.reload();
}
