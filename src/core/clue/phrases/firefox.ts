import { placeOfUrl } from "../place.ts";
import { isEngineIo } from "../readings.ts";
import { certain, likely, possible, type Found, type Phrase, type PhraseFamily, type Reading } from "../phrase.ts";

/**
 * What Firefox's console says of a WebSocket, in the languages that it has been looked up in. The brand before it
 * differs by channel, and is left out.
 * @see https://github.com/mozilla-l10n/firefox-l10n browser/chrome/overrides/appstrings.properties
 */
const NOT_ESTABLISHED = [
  "can’t establish a connection to the server at %S",
  "can't establish a connection to the server at %S",
  "无法建立到 %S 服务器的连接",
  "無法與伺服器 %S 建立連線",
  "kann keine Verbindung zu dem Server unter %S aufbauen",
  "ne peut établir de connexion avec le serveur à l’adresse %S",
  "%S のサーバーへの接続を確立できませんでした",
  "не может установить соединение с сервером %S",
  "no puede establecer una conexión con el servidor en %S",
  "não conseguiu estabelecer uma conexão com o servidor %S",
];
/** It was open, or it would be the sentence above. @see dom/websocket/WebSocket.cpp, ConsoleError */
const INTERRUPTED = [
  "The connection to %S was interrupted while the page was loading",
  "加载页面时与 %S 的连接中断",
  "載入頁面時與 %S 的連線中斷",
  "Die Verbindung zu %S wurde unterbrochen, während die Seite geladen wurde",
  "La connexion avec %S a été interrompue pendant le chargement de la page",
  "ページの読み込み中に %S への接続が切断されました",
  "Во время загрузки страницы соединение с %S было прервано",
  "La conexión a %S fue interrumpida mientras la página se cargaba",
  "A conexão para %S foi interrompida durante o carregamento da página",
];

const ADDRESS = String.raw`(?:(?<url>(?:wss?|https?):\/\/[^\s]{1,2000}?)|(?<pair>[\w.-]{1,200}:\d{1,5}))`;

const sentence =
  (says: Phrase["says"]) =>
  (text: string): Phrase => {
    const parts = text.split("%S");
    const [longest = text] = parts.toSorted((one, other) => other.length - one.length);
    return {
      has: longest.trim(),
      at: new RegExp(
        `${parts.map((part) => part.replace(/[.?()]/g, String.raw`\$&`)).join(ADDRESS)}(?=[.。]?(?:\\s|$))`,
      ),
      says,
    };
  };

/** One sentence for a hundred causes: refused, a name, a certificate, an answer that is no upgrade. */
const anything: Reading = [likely("unreachable"), possible("http-answer")];

const REPORTED = /report-only|仅作上报|would block|observed the loading|观测/i;

/** In any language: the prefix is not translated, nor are directives and addresses. */
function byPolicy({ group }: Found): Reading {
  const rest = group("rest");
  const url = /(?:wss?|https?):\/\/[^\s"“”'‘’）)]{1,2000}/.exec(rest)?.[0];
  if (url === undefined || REPORTED.test(rest)) return [];
  if (/[‘“"']ws:\/\/[^’”"'\n]{1,2000}[’”"'][^\n]{0,60}[‘“"']wss[’”"']/.test(rest))
    return [likely("csp-upgrade", { blockedUri: url })];
  const directive = /[“"((]((?:connect|default)-src[^”"))\n]{0,1000})[”"))]/.exec(
    rest.replace(/[((]connect-src[))]/, ""),
  )?.[1];
  const isConnect = rest.includes("connect-src") || (directive !== undefined && /^wss?:/.test(url));
  return isConnect
    ? [certain("csp", { blockedUri: url, ...placeOfUrl(url), directive: directive ?? "connect-src" })]
    : [];
}

const byCors = ({ group }: Found): Reading => {
  if (!isEngineIo(group("url"))) return [];
  // "did not succeed": there was no answer that could have had a header.
  return group("reason").includes("Access-Control-Allow")
    ? [likely("socketio-cors"), possible("socketio-path")]
    : [likely("unreachable"), possible("socketio-cors")];
};

export const firefox = {
  tool: "firefox",
  phrases: [
    ...NOT_ESTABLISHED.map(sentence(anything)),
    ...INTERRUPTED.map(sentence([likely("dropped"), possible("client-closed"), possible("protocol-violation")])),
    {
      has: ["Content-Security-Policy", "Content Security Policy: "],
      at: /Content[- ]Security[- ]Policy ?[:：](?<rest>[^\n]{1,3000})/,
      says: byPolicy,
    },
    {
      has: "Cross-Origin Request Blocked: ",
      at: /Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at (?<url>\S{1,2000}?)\. \(Reason: (?<reason>[^)\n]{1,300})\)/,
      says: byCors,
    },
    {
      has: "已拦截跨源请求",
      at: /已拦截跨源请求：同源策略禁止读取位于 (?<url>\S{1,2000}) 的远程资源。（原因：(?<reason>[^）\n]{1,300})）/,
      says: byCors,
    },
    { has: "NS_ERROR_CONTENT_BLOCKED", at: /\bNS_ERROR_CONTENT_BLOCKED\b/, says: [likely("csp")] },
    {
      has: "SecurityError: The operation is insecure",
      at: /SecurityError: The operation is insecure/,
      says: [possible("mixed-content")],
    },
  ],
} as const satisfies PhraseFamily;
