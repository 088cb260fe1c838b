import { useEffect, useState } from "react";
import type { Bundle } from "../../core/profile/bundle.ts";
import { decodeLink, type LinkFault } from "../../core/profile/share/link.ts";
import { planImport, type ImportPlan } from "../../core/profile/share/plan.ts";
import type { LibraryTexts } from "../../i18n/library/libraryTexts.ts";
import { addPlanned } from "../../state/exchange.ts";
import { workbench } from "../../state/workbench.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { Rich } from "../parts/Rich.tsx";
import { TextField } from "../parts/TextField.tsx";
import { useText } from "../text.ts";
import { PlanList } from "./PlanList.tsx";

interface LinkDialogProps {
  readonly texts: LibraryTexts;
  /** What stands behind `#/p/`. */
  readonly text: string;
  readonly onClose: () => void;
}

type Read = { readonly plan: ImportPlan } | { readonly fault: LinkFault };

/** What a link holds, and where it would connect. Nothing is added before it is confirmed, and nothing connects. */
export function LinkDialog({ texts, text, onClose }: LinkDialogProps) {
  const t = useText();
  const { link, sharing } = texts;
  const [read, setRead] = useState<Read | null>(null);
  const [passphrase, setPassphrase] = useState("");
  const [isOpening, setOpening] = useState(false);
  const decode = async (secret: string | null): Promise<void> => {
    setOpening(true);
    const decoded = await decodeLink(text, secret);
    setOpening(false);
    setRead(decoded.ok ? { plan: planOf(decoded.value) } : { fault: decoded.fault });
  };
  useEffect(() => {
    void decode(null);
    // oxlint-disable-next-line react/exhaustive-deps -- another link is another dialog
  }, []);
  if (read === null) return null;
  const plan = "plan" in read ? read.plan : null;
  const fault = "fault" in read ? read.fault : null;
  const asks = fault?.kind === "needs-passphrase" || fault?.kind === "wrong-passphrase";
  const chosen = plan?.items.filter(({ action }) => action !== "skip") ?? [];
  const add = (opens: boolean) => (): void => {
    if (!plan) return;
    onClose();
    void addPlanned(plan, opens);
  };
  return (
    <Dialog
      // What it shows next takes the focus anew.
      key={plan ? "plan" : (fault?.kind ?? "")}
      title={plan || asks ? link.title : link.refused}
      closeLabel={t.app.close}
      width={640}
      onClose={onClose}
      onSubmit={() => {
        if (asks) void decode(passphrase);
        else if (plan) add(true)();
        else onClose();
      }}
      footer={
        <>
          <button type="button" className="btn btn-lg" onClick={onClose}>
            {plan || asks ? t.app.cancel : t.app.close}
          </button>
          {asks ? (
            <button type="submit" className="btn btn-lg btn-primary" disabled={passphrase === "" || isOpening}>
              {link.open}
            </button>
          ) : null}
          {plan ? (
            <>
              <button type="button" className="btn btn-lg" disabled={chosen.length === 0} onClick={add(false)}>
                {link.add}
              </button>
              <button type="submit" data-first className="btn btn-lg btn-primary" disabled={chosen.length === 0}>
                {link.addAndOpen}
              </button>
            </>
          ) : null}
        </>
      }
    >
      {fault ? (
        <section className="flex flex-col gap-2">
          {asks ? (
            <>
              <p>{link.passphrase}</p>
              <TextField
                label={texts.share.passphrase}
                isMono
                large
                data-first
                value={passphrase}
                fault={
                  fault.kind === "wrong-passphrase" ? (
                    <Rich text={sharing.linkFaults["wrong-passphrase"](fault)} />
                  ) : null
                }
                onChange={setPassphrase}
              />
            </>
          ) : (
            <p role="alert">
              <Rich text={faultText(texts, fault)} />
            </p>
          )}
        </section>
      ) : null}
      {plan ? (
        <section>
          <h3>
            {texts.import.holds} <small>{link.whereHint}</small>
          </h3>
          <PlanList
            texts={texts}
            plan={plan}
            onChange={(changed) => {
              setRead({ plan: changed });
            }}
          />
        </section>
      ) : null}
    </Dialog>
  );
}

const planOf = (bundle: Bundle): ImportPlan => planImport(workbench().library, bundle);

/** Calls the sentence of the fault; the types of `Sentences` make sure that there is one. */
const faultText = ({ sharing }: LibraryTexts, fault: LinkFault): string =>
  (sharing.linkFaults[fault.kind] as (given: LinkFault) => string)(fault);
