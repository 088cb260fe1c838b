import { commandsFor } from "../../core/explain/commands.ts";
import { redactUrls } from "../../core/explain/redact.ts";
import { specOf } from "../../core/explain/specs.ts";
import { outcomeText, type ExplainTexts } from "../../i18n/explain/explainTexts.ts";
import { formatSpan } from "../../i18n/format.ts";
import { fill, blindOf, type Reading } from "./reading.ts";
import { factText } from "./Saw.tsx";

/** A diagnosis for an issue or a chat; secrets of the address stay here. */
export function toMarkdown(
  { top, others, place, headline, why, evidence, target, diagnosis }: Reading,
  texts: ExplainTexts,
): string {
  const { panel, causes } = texts;
  const { engine, version } = evidence.browser;
  const certainty =
    top.isClass && top.certainty === "possible" && others.length > 1
      ? panel.oneOf(others.length)
      : texts.certainty[top.certainty];
  const list = (items: readonly string[]): string => items.map((item) => `- ${item}\n`).join("");
  const blind = blindOf(top);
  // Values of headers are secrets more often than not.
  const headers = target.headers.map(({ name }) => ({ name, value: "…" }));
  const command = commandsFor(top.cause, { ...target, headers })[0];
  const spec = specOf(top.cause);
  const parts = [
    `### ${headline}\n\n`,
    `**${certainty}**${panel.cause(top.cause)}${why}\n`,
    `\n**${panel.saw}**\n\n`,
    list([
      ...evidence.steps.map(({ at, what, detail }) => `${formatSpan(at)} ${texts.steps[what]} ${detail}`.trimEnd()),
      ...top.because.map((fact) => factText(texts, fact)),
      `${panel.page}${panel.colon}\`${evidence.page.origin}\`${panel.comma}${texts.browsers[engine]} ${String(version ?? "")}`,
    ]),
    evidence.probes.length === 0 ? "" : `\n**${panel.probes}**\n\n`,
    list(
      evidence.probes.map(
        (probe) =>
          `\`${probe.by === "fetch" ? "GET" : "WS"} ${probe.url}\`${panel.colon}${outcomeText(texts.outcomes, probe)}${panel.aside(formatSpan(probe.took))}`,
      ),
    ),
    others.length === 0 ? "" : `\n**${top.isClass ? panel.order : panel.others}**\n\n`,
    others
      .map(
        ({ cause }, at) =>
          `${String(at + 1)}. ${fill(causes[cause].short, place)}${panel.aside(fill(causes[cause].check, place))}\n`,
      )
      .join(""),
    diagnosis.ruledOut.length === 0 ? "" : `\n**${panel.ruledOut}**${panel.colon}${diagnosis.ruledOut.join(", ")}\n`,
    blind === null ? "" : `\n${texts.blind[blind]}\n`,
    spec === null ? "" : `\n${panel.standard}${panel.colon}${spec}\n`,
    command === undefined ? "" : `\n\`\`\`sh\n${command.text}\n\`\`\`\n`,
  ];
  return redactUrls(parts.join(""));
}
