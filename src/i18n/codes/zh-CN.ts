import { formatCount } from "../format.ts";
import type { CodeTexts } from "./codeTexts.ts";
import { backends } from "./zh-CN/backends.ts";
import { idle } from "./zh-CN/idle.ts";
import { libraries } from "./zh-CN/libraries.ts";
import { services } from "./zh-CN/services.ts";
import { speech } from "./zh-CN/speech.ts";
import { standard } from "./zh-CN/standard.ts";

export const zhCN: CodeTexts = {
  codes: { ...standard, ...libraries, ...backends, ...services, ...speech },
  idle,
  ranges: {
    unused: "小于 1000：不是关闭码。",
    protocol: "1000 到 2999：保留给协议及其扩展。",
    library: "3000 到 3999：由库和框架注册。",
    application: "4000 到 4999：含义由各个应用自行规定。",
    invalid: "大于 4999：不是关闭码。",
  },
  retry: {
    yes: "重试可能成功；逐次延长等待可以减轻服务器负担。",
    "after-fix": "在原因消除之前，重试的结果不会变。",
    no: "这是有意的结束，无需重试。",
  },
  screen: {
    title: "关闭码",
    search: "查找关闭码",
    system: "系统",
    allSystems: "全部系统",
    count: (count) => `${formatCount(count)} 个关闭码`,
    code: "关闭码",
    name: "名称",
    meaning: "含义",
    usualCause: "常见原因",
    retry: "重试",
    source: "出处",
    none: "没有符合的关闭码。",
  },
};
