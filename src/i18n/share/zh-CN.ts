import type { Problem } from "../../core/profile/share/codec.ts";
import type { ShareTexts } from "./shareTexts.ts";

const at = (path: string): string => (path === "" ? "" : `（位于 \`${path}\`）`);

const EXPECTED: Readonly<Record<Extract<Problem, { readonly kind: "type" }>["expected"], string>> = {
  object: "此处应为对象",
  list: "此处应为列表",
  text: "此处应为文本",
  number: "此处应为数字",
  "yes-or-no": "此处应为 `true` 或 `false`",
};

function sayProblem(problem: Problem): string {
  switch (problem.kind) {
    case "type":
      return EXPECTED[problem.expected];
    case "choice":
      return `此处应为 ${problem.choices.map((choice) => `\`${choice}\``).join("、")} 之一`;
    case "range":
      return `此处应为 ${String(problem.min)} 到 ${String(problem.max)} 之间的数字`;
    case "too-long":
      return `长度超过 ${String(problem.limit)}`;
    case "too-many":
      return `超过 ${String(problem.limit)} 项`;
    case "scheme":
      return `\`${problem.scheme}:\` 不是 WebSocket 或 Socket.IO 服务器的地址`;
    case "base64":
      return "此处不是 Base64";
    case "forbidden-key":
      return "不允许使用此名称";
  }
}

export const zhCN: ShareTexts = {
  linkFaults: {
    broken: () => "链接不完整，或在传递过程中有改动。",
    newer: ({ version }) => `链接由更新版本的 Sockwright 生成（格式 ${String(version)}）。`,
    "too-large": ({ path }) => `链接的内容超出了上限${at(path)}。文件可以容纳更多。`,
    "needs-passphrase": () => "链接已加密，需要口令才能打开。",
    "wrong-passphrase": () => "口令无法打开此链接：口令不同，或链接在传递过程中有改动。",
    "wrong-content": ({ path, problem }) => `链接无法使用${at(path)}：${sayProblem(problem)}。`,
    nothing: () => "链接中没有配置，也没有环境。",
    "no-cipher": () =>
      "只有通过 HTTPS 或 localhost 打开 Sockwright 才能读取加密链接：浏览器在其他情况下不提供加密功能。",
  },
  fileFaults: {
    syntax: ({ line, column }) => `文件不是有效的 JSON：第 ${String(line)} 行，第 ${String(column)} 列。`,
    newer: ({ version }) => `文件由更新版本的 Sockwright 写出（格式 ${String(version)}）。`,
    "not-ours": () => "文件是 JSON，但不是 Sockwright 的文件：缺少字段 `sockwright`。",
    "too-large": ({ path }) => `文件超过 20 MB，或内容过多${at(path)}。`,
    "wrong-content": ({ path, problem }) => `文件无法使用${at(path)}：${sayProblem(problem)}。`,
  },
  problem: sayProblem,
  lookAlikes: {
    punycode: (shown) => `国际化主机名：${shown}。`,
    "mixed-script": (shown) => `主机名混用了多种字母：${shown}。`,
    confusable: (shown) => `主机名看似拉丁字母，实为另一种字母：${shown}。`,
    "ip-number": (shown) => `这个数字是 IP 地址的特殊写法：${shown}。`,
    userinfo: (shown) => `@ 之前是用户名，不是主机。主机是 ${shown}。`,
  },
  places: {
    variable: "变量",
    userinfo: "地址中的用户名和密码",
    path: "地址的路径",
    query: "查询参数",
    auth: "认证数据",
    header: "请求头",
    subprotocol: "子协议",
    message: "消息",
  },
  messageLists: { onOpen: "连接后发送的消息", saved: "已保存的消息", heartbeat: "心跳" },
  named: (name) => `「${name}」`,
  parts: {
    address: "地址",
    options: "Socket.IO 选项",
    subprotocols: "子协议",
    heartbeat: "心跳",
    reconnect: "重连",
    timeout: "超时",
    closing: "关闭码",
    onOpen: "连接后发送",
    saved: "已保存的消息",
    variables: "变量",
    notes: "备注",
    system: "系统",
  },
  states: { new: "新增", same: "已存在", changed: "与现有的不同" },
  actions: { add: "添加", skip: "跳过", "keep-both": "两者都保留", replace: "替换" },
  moves: (from, to) => `不提供替换：这里保存的机密会被发送到 ${to}，而不是 ${from}。`,
};
