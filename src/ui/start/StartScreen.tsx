import { lazy, Suspense } from "react";
import { newProfile, type Profile } from "../../core/profile/profile.ts";
import { PROTOCOLS } from "../../core/protocols/index.ts";
import { connect, tabTitle } from "../../state/connection.ts";
import { openEvidence } from "../../state/diagnosis.ts";
import { openClue, showLab } from "../../state/screen.ts";
import { activate, openTab } from "../../state/tabs.ts";
import { setWorkbench, useWorkbench } from "../../state/workbench.ts";
import { useText } from "../text.ts";
import { FilePick } from "../parts/FilePick.tsx";
import { PLAYGROUND, PUBLIC_SERVERS, type SampleServer } from "./samples.ts";

const StartMore = lazy(() => import("./StartMore.tsx").then((loaded) => ({ default: loaded.StartMore })));

/** Where a new tab begins: something to connect to with one click, and the keys. */
export function StartScreen() {
  const t = useText();
  const playground = useWorkbench((state) => state.playground);
  return (
    <div className="start">
      <div>
        {playground === "here" ? <Playground /> : null}
        {playground === "none" ? <Public /> : null}
      </div>
      <div>
        <OpenConnections />
        <WhyDidItEnd />
        <Logs />
        <Suspense>
          <StartMore />
        </Suspense>
        <p className="hint px-3">{t.status.privacy}</p>
      </div>
    </div>
  );
}

function Playground() {
  const t = useText();
  return (
    <section className="blk">
      <h2>
        {t.start.playground} <small>{t.start.playgroundHint}</small>
      </h2>
      {(["websocket", "faults", "socketio"] as const).map((group) => (
        <div key={group}>
          <h3>{t.start.groups[group]}</h3>
          {PLAYGROUND.filter((server) => server.group === group).map((server) => (
            <ServerRow key={server.id} server={server} />
          ))}
        </div>
      ))}
    </section>
  );
}

function Public() {
  const t = useText();
  return (
    <section className="blk">
      <h2>
        {t.start.public} <small>{t.start.publicHint}</small>
      </h2>
      {PUBLIC_SERVERS.map((server) => (
        <ServerRow key={server.id} server={server} />
      ))}
    </section>
  );
}

function ServerRow({ server }: { readonly server: SampleServer }) {
  const t = useText();
  const [name, what] = t.start.servers[server.id];
  return (
    <button
      type="button"
      className="srv"
      onClick={() => {
        openTab(profileOf(server));
        connect();
      }}
    >
      <span className="proto">{PROTOCOLS[server.protocol].mark}</span>
      <span className="cut">{name}</span>
      <span className="mono cut adr text-text-2">{server.shown}</span>
      <span className="cut text-text-2">{what}</span>
      <span className="go">{t.start.connect}</span>
    </button>
  );
}

function profileOf({ protocol, url, socketio }: SampleServer): Profile {
  const { schemes } = PROTOCOLS[protocol];
  const scheme = location.protocol === "https:" ? schemes.secure : schemes.plain;
  return {
    ...newProfile,
    protocol,
    url: url.startsWith("/") ? `${scheme}://${location.host}${url === "/" ? "" : url}` : url,
    socketio: { ...newProfile.socketio, ...socketio },
  };
}

function OpenConnections() {
  const t = useText();
  const active = useWorkbench((state) => state.active);
  const tabs = useWorkbench((state) => state.tabs).filter(({ id, profile }) => id !== active && profile.url !== "");
  if (tabs.length === 0) return null;
  return (
    <section className="blk">
      <h2>{t.start.recent}</h2>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          className="key-line w-full hover:bg-hover"
          onClick={() => {
            activate(tab.id);
          }}
        >
          <span className="flex min-w-0 items-center gap-2">
            <span className={`mark mark-${tab.session.phase}`} role="img" aria-label={t.phase[tab.session.phase]} />
            <span className="mono cut">{tabTitle(tab)}</span>
          </span>
          <span className="text-text-3">{t.phase[tab.session.phase]}</span>
        </button>
      ))}
    </section>
  );
}

/** A colleague's export is explained here, by today's rules. */
function WhyDidItEnd() {
  const t = useText();
  return (
    <section className="blk">
      <h2>{t.start.why}</h2>
      <p className="flex items-center gap-2 px-3 pt-1 text-text-2">
        <FilePick
          label={t.start.openEvidence}
          className="flex-none"
          accept=".json,.jsonl,.txt"
          onPick={([file]) => void openEvidence(file)}
        />
        {t.start.whyHint}
      </p>
      <p className="flex items-center gap-2 px-3 pt-1 text-text-2">
        <button type="button" className="btn flex-none" onClick={openClue}>
          {t.start.clue}
        </button>
        {t.start.clueHint}
      </p>
      <p className="flex items-center gap-2 px-3 pt-1 text-text-2">
        <button
          type="button"
          className="btn flex-none"
          onClick={() => {
            showLab("");
          }}
        >
          {t.settings.lab}
        </button>
        {t.start.labHint}
      </p>
    </section>
  );
}

/** What was kept, here or by another tool, is opened here. */
function Logs() {
  const t = useText();
  return (
    <section className="blk">
      <h2>{t.start.logs}</h2>
      <p className="flex flex-wrap items-center gap-2 px-3 pt-1 text-text-2">
        <FilePick
          label={t.start.openLog}
          className="flex-none"
          multiple
          onPick={(files) => {
            setWorkbench({ dialog: { is: "open-log", files } });
          }}
        />
        <button
          type="button"
          className="btn flex-none"
          onClick={() => {
            setWorkbench({ dialog: { is: "recordings" } });
          }}
        >
          {t.start.recordings}
        </button>
        {t.start.logsHint}
      </p>
    </section>
  );
}
