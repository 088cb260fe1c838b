import { useState } from "react";
import { judgeRoute, type Announced } from "../../core/profile/templates/route.ts";
import type { LibraryTexts } from "../../i18n/library/libraryTexts.ts";
import { editProfile, previewFill } from "../../state/connection.ts";
import { effective } from "../../state/effective.ts";
import { engine } from "../../state/engine.ts";
import { activeTab, workbench } from "../../state/workbench.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { Rich } from "../parts/Rich.tsx";
import { TextField } from "../parts/TextField.tsx";
import { probedText, useText } from "../text.ts";

interface RouteDialogProps {
  readonly texts: LibraryTexts;
  readonly onClose: () => void;
}

/** Port of WuKongIM's HTTP API, as it is delivered. */
const API_PORT = "5001";

/** Where the API of the server in the URL field would be. */
function guess(): string {
  const { url, variables } = effective(activeTab(workbench()));
  const fill = previewFill(variables);
  const filled = fill(url);
  const uid = fill("{{uid}}");
  const address = filled.ok && URL.canParse(filled.value.text) ? new URL(filled.value.text) : null;
  const scheme = address?.protocol === "wss:" ? "https" : "http";
  const query = `uid=${encodeURIComponent(uid.ok ? uid.value.text : "u1")}`;
  const host = address === null || address.hostname === "" ? "localhost" : address.hostname;
  return `${scheme}://${host}:${API_PORT}/route?${query}`;
}

type Asked =
  | { readonly is: "idle" | "asking" }
  | { readonly is: "failed"; readonly why: string }
  | { readonly is: "answered"; readonly body: string; readonly announced: readonly Announced[] };

/** Asks WuKongIM what it announces to its clients, and says whether a client can use it. */
export function RouteDialog({ texts: { route }, onClose }: RouteDialogProps) {
  const t = useText();
  const [url, setUrl] = useState(guess);
  const [asked, setAsked] = useState<Asked>({ is: "idle" });
  const ask = async (): Promise<void> => {
    setAsked({ is: "asking" });
    const answer = await engine().ask("get", { url });
    setAsked(
      answer.kind === "answered" && answer.body !== null
        ? {
            is: "answered",
            body: answer.body,
            announced: judgeRoute(answer.body, url, location.protocol === "https:"),
          }
        : { is: "failed", why: probedText(t, answer) },
    );
  };
  return (
    <Dialog
      title={route.title}
      closeLabel={t.app.close}
      width={560}
      onClose={onClose}
      onSubmit={() => void ask()}
      footer={
        <>
          <button type="button" className="btn btn-lg" onClick={onClose}>
            {t.app.close}
          </button>
          <button type="submit" className="btn btn-lg btn-primary" disabled={asked.is === "asking"}>
            {asked.is === "asking" ? route.asking : route.ask}
          </button>
        </>
      }
    >
      <section className="flex flex-col gap-2">
        <p>{route.hint}</p>
        <TextField label={route.url} isMono large data-first value={url} onChange={setUrl} />
      </section>
      <section role="status" className={asked.is === "idle" || asked.is === "asking" ? "vh" : ""}>
        {asked.is === "failed" ? (
          <p className="says is-wrong">
            <Rich text={route.failed(asked.why)} />
          </p>
        ) : null}
        {asked.is === "answered" ? (
          <>
            <pre className="code-box">{asked.body}</pre>
            {asked.announced.map(({ name, url: address, fault }) => (
              <div key={name} className="pt-2" data-fault={fault ?? "none"}>
                {address === "" ? null : (
                  <p>
                    {route.announced} <span className="mono">{`${name} ${address}`}</span>
                  </p>
                )}
                <p className={fault === null ? "text-ok" : "text-trouble"}>
                  <Rich text={fault === null ? route.noProblem : route.faults[fault]} />
                </p>
                {fault === null ? (
                  <button
                    type="button"
                    className="btn"
                    onClick={() => {
                      editProfile({ protocol: "websocket", url: address });
                      onClose();
                    }}
                  >
                    {route.use}
                  </button>
                ) : null}
              </div>
            ))}
          </>
        ) : null}
      </section>
    </Dialog>
  );
}
