import type { Locale } from "../../src/i18n/index.ts";
import type { ShopEvent } from "./shopServer.ts";

/** What the pictures show of people's own, in the reader's language. */
interface Setup {
  readonly folders: readonly [string, string];
  readonly support: string;
  readonly orders: string;
  readonly others: readonly string[];
  readonly messages: Readonly<Record<"subscribe" | "greet" | "answer", string>>;
  /** What the user writes. */
  readonly says: string;
  readonly events: readonly ShopEvent[];
}

interface Words {
  readonly names: readonly [string, string];
  readonly items: readonly [string, string];
  readonly city: string;
  readonly lines: readonly [string, string, string, string, string];
}

const eventsOf = ({ names, items, city, lines }: Words): readonly ShopEvent[] => {
  const [mia, noah] = names;
  const says = (id: number, from: string, text: string): ShopEvent => ["chat.message", { id, from, text }];
  return [
    ["presence", { online: 15, joined: mia }],
    says(907, mia, lines[0]),
    ["stock", { sku: "LMP-04", left: 11 }],
    says(908, noah, lines[1]),
    ["presence", { online: 16, joined: noah }],
    ["order.paid", { id: 20_480, total: 19.9, currency: "EUR" }],
    says(909, mia, lines[2]),
    ["typing", { from: noah }],
    says(910, noah, lines[3]),
    ["stock", { sku: "CBL-11", left: 240 }],
    [
      "order.updated",
      {
        id: 20_481,
        status: "packed",
        total: 84.5,
        currency: "EUR",
        items: [
          { sku: "LMP-04", name: items[0], count: 2 },
          { sku: "CBL-11", name: items[1], count: 1 },
        ],
        address: { city, zip: "04109", gift: false },
        tracking: null,
      },
    ],
    ["typing", { from: mia }],
    says(911, mia, lines[4]),
  ];
};

export const SETUPS: Readonly<Record<Locale, Setup>> = {
  en: {
    folders: ["This machine", "Staging"],
    support: "Shop, live",
    orders: "Orders",
    others: ["Prices", "Notifications", "Presence"],
    messages: { subscribe: "Subscribe", greet: "Greet", answer: "Answer" },
    says: "I will replay the queue from 20481.",
    events: eventsOf({
      names: ["Mia", "Noah"],
      items: ["Desk lamp", "USB-C cable 2 m"],
      city: "Leipzig",
      lines: [
        "Order 20481 has not moved since Tuesday.",
        "Scanned, but the webhook never came.",
        "Which worker takes it?",
        "fulfilment-3. Closed with 1012 at 09:14.",
        "Then it never came back after the restart.",
      ],
    }),
  },
  "zh-CN": {
    folders: ["本机", "预发布"],
    support: "商城实时",
    orders: "订单",
    others: ["行情", "通知", "在线状态"],
    messages: { subscribe: "订阅", greet: "打招呼", answer: "回复" },
    says: "我从 20481 开始重放队列。",
    events: eventsOf({
      names: ["小雨", "阿杰"],
      items: ["台灯", "USB-C 线 2 米"],
      city: "杭州",
      lines: [
        "订单 20481 从周二起就没有更新。",
        "已扫描，但回调一直没到。",
        "是哪个 worker 处理的？",
        "fulfilment-3，09:14 以 1012 关闭。",
        "那就是重启后一直没有重连。",
      ],
    }),
  },
};

const json = (value: unknown) => ({ format: "json", text: JSON.stringify(value, null, 2) });

/** A file that the app imports. */
export function setupFile({ folders, support, orders, others, messages, says }: Setup, port: number) {
  const [here, staging] = folders;
  const emit = (name: string, event: string, argument: unknown) => ({
    id: event + name,
    name,
    draft: { event, ack: 5000, parts: [json(argument)] },
  });
  const subscription = { type: "subscribe", channel: "orders", since: 20_480 };
  return {
    sockwright: 1,
    folders,
    profiles: [
      {
        name: support,
        folder: here,
        protocol: "socketio",
        url: `http://localhost:${String(port)}`,
        saved: [
          emit(messages.subscribe, "subscribe", ["orders", "stock", "chat"]),
          emit(messages.greet, "chat.send", { text: "👋" }),
          emit(messages.answer, "chat.send", { text: says, mentions: ["mia"], replay: { from: 20_481, dry: false } }),
        ],
      },
      {
        name: orders,
        folder: here,
        url: `ws://127.0.0.1:${String(port)}/`,
        saved: [{ id: "subscribe", name: messages.subscribe, draft: { parts: [json(subscription)] } }],
      },
      ...others.map((name, at) => ({ name, folder: staging, url: `wss://staging.example/${String(at)}` })),
    ],
  };
}
