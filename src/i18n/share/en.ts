import type { Problem } from "../../core/profile/share/codec.ts";
import type { ShareTexts } from "./shareTexts.ts";

const at = (path: string): string => (path === "" ? "" : ` at \`${path}\``);

const EXPECTED: Readonly<Record<Extract<Problem, { readonly kind: "type" }>["expected"], string>> = {
  object: "an object was expected",
  list: "a list was expected",
  text: "a text was expected",
  number: "a number was expected",
  "yes-or-no": "`true` or `false` was expected",
};

function sayProblem(problem: Problem): string {
  switch (problem.kind) {
    case "type":
      return EXPECTED[problem.expected];
    case "choice":
      return `one of ${problem.choices.map((choice) => `\`${choice}\``).join(", ")} was expected`;
    case "range":
      return `a number from ${String(problem.min)} to ${String(problem.max)} was expected`;
    case "too-long":
      return `longer than ${String(problem.limit)}`;
    case "too-many":
      return `more than ${String(problem.limit)} entries`;
    case "scheme":
      return `\`${problem.scheme}:\` is not an address of a WebSocket or Socket.IO server`;
    case "base64":
      return "this is not Base64";
    case "forbidden-key":
      return "this name is not allowed";
  }
}

export const en: ShareTexts = {
  linkFaults: {
    broken: () => "The link is incomplete or was changed on its way.",
    newer: ({ version }) => `The link was made by a newer Sockwright (format ${String(version)}).`,
    "too-large": ({ path }) => `The link holds more than a link may${at(path)}. A file has more room.`,
    "needs-passphrase": () => "The link is encrypted. Its passphrase opens it.",
    "wrong-passphrase": () =>
      "The passphrase does not open this link. Either it is another one, or the link was changed on its way.",
    "wrong-content": ({ path, problem }) => `The link cannot be used${at(path)}: ${sayProblem(problem)}.`,
    nothing: () => "The link holds no profile and no environment.",
    "no-cipher": () =>
      "Encrypted links open only where Sockwright is served over HTTPS or from localhost: browsers offer no encryption elsewhere.",
  },
  fileFaults: {
    syntax: ({ line, column }) => `The file is not valid JSON: line ${String(line)}, column ${String(column)}.`,
    newer: ({ version }) => `The file was written by a newer Sockwright (format ${String(version)}).`,
    "not-ours": () => "The file is JSON, but not a Sockwright file: the field `sockwright` is missing.",
    "too-large": ({ path }) => `The file holds more than 20 MB, or too much${at(path)}.`,
    "wrong-content": ({ path, problem }) => `The file cannot be used${at(path)}: ${sayProblem(problem)}.`,
  },
  problem: sayProblem,
  lookAlikes: {
    punycode: (shown) => `An international host name: ${shown}.`,
    "mixed-script": (shown) => `The host name mixes letters of several alphabets: ${shown}.`,
    confusable: (shown) => `The host name looks Latin, but its letters are of another alphabet: ${shown}.`,
    "ip-number": (shown) => `The number is an IP address in an unusual form: ${shown}.`,
    userinfo: (shown) => `What stands before the @ is a user name, not the host. The host is ${shown}.`,
  },
  places: {
    variable: "Variable",
    userinfo: "User and password in the address",
    path: "Path of the address",
    query: "Query parameter",
    auth: "Auth data",
    header: "Header",
    subprotocol: "Subprotocol",
    message: "Message",
  },
  messageLists: { onOpen: "On-open message", saved: "Saved message", heartbeat: "Heartbeat" },
  named: (name) => ` “${name}”`,
  parts: {
    address: "Address",
    options: "Socket.IO options",
    subprotocols: "Subprotocols",
    heartbeat: "Heartbeat",
    reconnect: "Reconnect",
    timeout: "Timeout",
    closing: "Close code",
    onOpen: "On-open messages",
    saved: "Saved messages",
    variables: "Variables",
    notes: "Notes",
    system: "System",
  },
  states: { new: "New", same: "Already here", changed: "Differs from the one here" },
  actions: { add: "Add", skip: "Skip", "keep-both": "Keep both", replace: "Replace" },
  moves: (from, to) => `Replacing is not offered: the secrets stored here would go to ${to} instead of ${from}.`,
};
