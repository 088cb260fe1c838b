import { useEffect, useState } from "react";
import type { AdminState } from "../../core/protocols/socketioAdmin.ts";
import type { SessionId } from "../../core/session/session.ts";
import { seconds } from "../../core/units/units.ts";
import { formatCount, formatSpan } from "../../i18n/format.ts";
import type { SocketIoTexts } from "../../i18n/socketio/socketioTexts.ts";
import { engine } from "../../state/engine.ts";
import { connectAdmin, disposeAdmin, serverAddress } from "../../state/socketio.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { Rich } from "../parts/Rich.tsx";
import { TextField } from "../parts/TextField.tsx";
import { useText } from "../text.ts";
import { AddressFault } from "./AddressFault.tsx";
import { useFresh } from "./useFresh.ts";
import { useAdmin, type AdminLink } from "./useAdmin.ts";

interface AdminDialogProps {
  readonly texts: SocketIoTexts;
  readonly onClose: () => void;
}

/** Sockets that are drawn at most; the filter finds the others. */
const SHOWN = 200;

/** Sockets and rooms of a server that runs `@socket.io/admin-ui`, to be looked at. */
export function AdminDialog({ texts: { admin }, onClose }: AdminDialogProps) {
  const t = useText();
  const [namespace, setNamespace] = useState("/admin");
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const [session, setSession] = useState<SessionId | null>(null);
  const [address] = useState(serverAddress);
  useEffect(
    () => () => {
      if (session !== null) disposeAdmin(session);
    },
    [session],
  );
  const link = useAdmin(session);
  const isOn = link.is === "open" || link.is === "connecting";
  return (
    <Dialog
      title={admin.title}
      closeLabel={t.app.close}
      width={820}
      onClose={onClose}
      onSubmit={() => {
        if (!isOn && address !== null) setSession(connectAdmin({ namespace, username, password }));
      }}
      footer={
        <button type="button" className="btn btn-lg" onClick={onClose}>
          {t.app.close}
        </button>
      }
    >
      <section className="flex flex-col gap-2">
        <p className="text-text-2">{admin.hint.replaceAll("`", "")}</p>
        {address === null ? <AddressFault /> : null}
        <div className="flex flex-wrap items-end gap-2">
          <Labelled label={admin.namespace} value={namespace} isMono onChange={setNamespace} />
          <Labelled label={admin.username} value={username} isFirst onChange={setUsername} />
          <Labelled label={admin.password} value={password} type="password" onChange={setPassword} />
          <button type="submit" className="btn btn-primary" disabled={isOn || address === null}>
            {link.is === "connecting" ? admin.connecting : admin.connect}
          </button>
        </div>
        <LinkSays texts={admin} link={link} />
      </section>
      {link.is === "open" && session !== null ? <Listing texts={admin} session={session} /> : null}
    </Dialog>
  );
}

interface LabelledProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: "text" | "password";
  readonly isMono?: boolean;
  readonly isFirst?: boolean;
}

function Labelled({ label, value, onChange, type = "text", isMono = false, isFirst = false }: LabelledProps) {
  return (
    <label className="flex min-w-36 flex-1 flex-col gap-1">
      <span className="text-text-2">{label}</span>
      <span className="field">
        <input
          type={type}
          className={isMono ? "mono" : undefined}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={value}
          {...(isFirst ? { "data-first": true } : {})}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      </span>
    </label>
  );
}

function LinkSays({ texts, link }: { readonly texts: SocketIoTexts["admin"]; readonly link: AdminLink }) {
  const says = link.is === "failed" ? texts.refused(link.why) : link.is === "ended" ? texts.ended : "";
  return (
    <p role="status" className={says === "" ? "vh" : "says is-wrong"}>
      {says}
    </p>
  );
}

const stateOf = (session: SessionId): Promise<AdminState> => engine().ask("admin", { session });

function Listing({ texts, session }: { readonly texts: SocketIoTexts["admin"]; readonly session: SessionId }) {
  const state = useFresh(session, stateOf);
  const [filter, setFilter] = useState("");
  if (state === null) return null;
  const wanted = filter.trim().toLowerCase();
  const sockets = [...state.sockets.values()].filter(({ id, namespace, rooms, address, data }) =>
    [id, namespace, address, data, ...rooms].some((text) => text.toLowerCase().includes(wanted)),
  );
  return (
    <section className="flex min-w-0 flex-col gap-2">
      {[...state.servers.values()].map((server) => (
        <p key={server.id} className="text-text-2">
          {texts.server} <span className="mono">{server.hostname}</span> · pid{" "}
          <span className="mono">{server.pid}</span> · {texts.uptime}{" "}
          <span className="mono">{formatSpan(seconds(server.uptime))}</span> · {texts.clients}{" "}
          <span className="mono">{formatCount(server.clients)}</span> · {texts.polling}{" "}
          <span className="mono">{formatCount(server.polling)}</span>
        </p>
      ))}
      {[...state.servers.values()].map((server) => (
        <p key={server.id} className="mono text-text-2">
          {server.namespaces.map(({ name, sockets: count }) => `${name} ${formatCount(count)}`).join(" · ")}
        </p>
      ))}
      <TextField label={texts.filter} placeholder={texts.filter} value={filter} onChange={setFilter} />
      <p className="text-text-3">{texts.sockets(sockets.length)}</p>
      {state.tellsSockets === false ? (
        <p>
          <Rich text={texts.production} />
        </p>
      ) : sockets.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <div className="overflow-x-auto">
          <table className="io-table">
            <thead>
              <tr>
                <th scope="col">{texts.socket}</th>
                <th scope="col">{texts.inNamespace}</th>
                <th scope="col">{texts.transport}</th>
                <th scope="col">{texts.rooms}</th>
                <th scope="col">{texts.address}</th>
                <th scope="col">{texts.data}</th>
              </tr>
            </thead>
            <tbody>
              {sockets.slice(0, SHOWN).map(({ id, namespace, transport, rooms, address, data }) => (
                <tr key={`${namespace} ${id}`}>
                  <th scope="row" className="mono">
                    {id}
                  </th>
                  <td className="mono">{namespace}</td>
                  <td className="mono">{transport}</td>
                  <td className="mono">{rooms.join(", ")}</td>
                  <td className="mono">{address}</td>
                  <td className="mono [overflow-wrap:anywhere]">{data}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
