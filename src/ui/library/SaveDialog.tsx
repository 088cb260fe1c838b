import { useState } from "react";
import { inOrder } from "../../core/profile/place.ts";
import type { LibraryTexts } from "../../i18n/library/libraryTexts.ts";
import { tabTitle } from "../../state/connection.ts";
import { newFolder, saveAs } from "../../state/library.ts";
import { activeTab, useWorkbench, workbench } from "../../state/workbench.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { Select } from "../parts/Select.tsx";
import { TextField } from "../parts/TextField.tsx";
import { useText } from "../text.ts";

interface SaveDialogProps {
  readonly texts: LibraryTexts;
  readonly onClose: () => void;
}

const NO_FOLDER = "";
/** No id of a folder looks like this. */
const NEW_FOLDER = "+";

/** A name and a place for the setup of the active tab. */
export function SaveDialog({ texts: { save }, onClose }: SaveDialogProps) {
  const t = useText();
  const folders = inOrder(useWorkbench((state) => state.library.folders));
  const [tab] = useState(() => activeTab(workbench()));
  const [name, setName] = useState(() => tabTitle(tab));
  const [folder, setFolder] = useState(NO_FOLDER);
  const [folderName, setFolderName] = useState<string>(save.newFolder);
  const [isTried, setTried] = useState(false);
  const store = async (): Promise<void> => {
    setTried(true);
    if (name.trim() === "") return;
    onClose();
    const into = folder === NEW_FOLDER ? await newFolder(folderName.trim() || save.newFolder) : folder || null;
    await saveAs(tab.id, name.trim(), into);
  };
  return (
    <Dialog
      title={save.title}
      closeLabel={t.app.close}
      width={440}
      onClose={onClose}
      onSubmit={() => void store()}
      footer={
        <>
          <button type="button" className="btn btn-lg" onClick={onClose}>
            {t.app.cancel}
          </button>
          <button type="submit" className="btn btn-lg btn-primary">
            {t.app.save}
          </button>
        </>
      }
    >
      <section className="pop-f">
        <label htmlFor="save-name">{save.name}</label>
        <TextField
          id="save-name"
          data-first
          label={save.name}
          maxLength={200}
          onFocus={(event) => {
            event.currentTarget.select();
          }}
          value={name}
          fault={isTried && name.trim() === "" ? save.nameNeeded : null}
          onChange={setName}
        />
        <label htmlFor="save-folder">{save.folder}</label>
        <Select
          id="save-folder"
          label={save.folder}
          value={folder}
          options={[
            { value: NO_FOLDER, text: save.noFolder },
            ...folders.map((one) => ({ value: one.id, text: one.name })),
            { value: NEW_FOLDER, text: save.newFolder },
          ]}
          onChange={setFolder}
        />
        {folder === NEW_FOLDER ? (
          <>
            <label htmlFor="save-folder-name">{save.folderName}</label>
            <TextField
              id="save-folder-name"
              label={save.folderName}
              maxLength={200}
              value={folderName}
              onChange={setFolderName}
            />
          </>
        ) : null}
      </section>
    </Dialog>
  );
}
