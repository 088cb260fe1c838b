import { TOOL_NAMES } from "../../core/clue/clue.ts";
import { commandsFor } from "../../core/explain/commands.ts";
import { redactUrls } from "../../core/explain/redact.ts";
import type { ClueTexts } from "../../i18n/clue/clueTexts.ts";
import type { ExplainTexts } from "../../i18n/explain/explainTexts.ts";
import { fill } from "../diagnosis/reading.ts";
import type { ClueReading } from "./clueReading.ts";

/** What a line means, for an issue or a chat; secrets of addresses stay here. */
export function clueMarkdown(reading: ClueReading, quote: string, words: ClueTexts, texts: ExplainTexts): string {
  const { clue, top, others, place, target, headline, why } = reading;
  const command = commandsFor(top.cause, target)[0];
  const parts = [
    `### ${headline}\n\n`,
    `**${texts.certainty[top.certainty]}**${texts.panel.cause(top.cause)}${why}\n`,
    `\n**${words.says}**${texts.panel.aside(TOOL_NAMES[clue.detail.tool])}\n\n    ${quote.slice(0, 600).replaceAll("\n", "\n    ")}\n`,
    others.length === 0 ? "" : `\n**${texts.panel.others}**\n\n`,
    ...others.map(
      ({ cause }) =>
        `- ${fill(texts.causes[cause].short, place)}${texts.panel.aside(fill(texts.causes[cause].check, place))}\n`,
    ),
    command === undefined ? "" : `\n\`\`\`sh\n${command.text}\n\`\`\`\n`,
  ];
  return redactUrls(parts.join(""));
}
