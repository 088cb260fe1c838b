import { useEffect, useState, type Dispatch, type SetStateAction } from "react";
import { storageState, type StorageState } from "../state/recordings.ts";

/**
 * What the browser grants, null while it is asked and where it does not tell; and a way to say what has changed.
 * @param cause with another one it is asked again
 */
export function useStorageState(
  cause: unknown = null,
): [StorageState | null, Dispatch<SetStateAction<StorageState | null>>] {
  const [storage, setStorage] = useState<StorageState | null>(null);
  useEffect(() => {
    let isCurrent = true;
    storageState().then(
      (state) => {
        if (isCurrent) setStorage(state);
      },
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [cause]);
  return [storage, setStorage];
}
