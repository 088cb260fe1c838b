import { destinationOf, lookAlike, type Destination, type LookAlike } from "../../core/profile/share/hosts.ts";
import type { ImportPlan, PlanItem } from "../../core/profile/share/plan.ts";
import type { LibraryTexts } from "../../i18n/library/libraryTexts.ts";
import { environmentOf } from "../../state/effective.ts";
import { activeTab, workbench } from "../../state/workbench.ts";
import { Rich } from "../parts/Rich.tsx";
import { Select } from "../parts/Select.tsx";

interface PlanListProps {
  readonly texts: LibraryTexts;
  readonly plan: ImportPlan;
  readonly onChange: (plan: ImportPlan) => void;
}

/** Where a setup would connect, for people. */
const whereText = (to: Destination): string => {
  switch (to.kind) {
    case "host":
      return `${to.isSecure ? "TLS " : ""}${to.host}:${String(to.port)}`;
    case "template":
      return to.template;
    case "none":
      return to.typed;
  }
};

/** Values that hosts may hide in. */
const lookOf = (value: string): LookAlike | null =>
  value === "" || /\s/.test(value) ? null : lookAlike(value.includes("://") ? value : `ws://${value}`);

/** What would be added, item by item, each with where it would connect. */
export function PlanList({ texts, plan, onChange }: PlanListProps) {
  const { sharing } = texts;
  const set = (item: PlanItem, action: PlanItem["action"]): void => {
    onChange({ ...plan, items: plan.items.map((one) => (one === item ? { ...one, action } : one)) });
  };
  // What comes along fills the addresses, as it will once it is added; what is here already, too.
  const given = [
    ...plan.bundle.environments.flatMap(({ variables }) => variables),
    ...(environmentOf(activeTab(workbench()))?.variables ?? []),
  ];
  return (
    <ul>
      {plan.items.map((item) => {
        const { kind, index, name, folder, state, action, actions, moves } = item;
        const profile = kind === "profile" ? plan.bundle.profiles[index]?.profile : undefined;
        const variables = kind === "environment" ? (plan.bundle.environments[index]?.variables ?? []) : [];
        const to = profile && destinationOf(profile, given, location.protocol === "https:");
        const looks = to?.kind === "host" ? [to.look] : variables.map(({ value }) => lookOf(value));
        const count = profile?.onOpen.length ?? 0;
        const adds = actions.find((one) => one !== "skip") ?? "add";
        return (
          <li key={`${kind} ${String(index)}`} className="py-1">
            <div className="plan">
              <input
                type="checkbox"
                className="box"
                aria-label={folder === null ? name : `${folder} / ${name}`}
                checked={action !== "skip"}
                onChange={(event) => {
                  set(item, event.target.checked ? adds : "skip");
                }}
              />
              <span className="cut" title={name}>
                {folder === null ? null : <span className="text-text-3">{folder} / </span>}
                {kind === "environment" ? texts.share.environment(name) : name}
              </span>
              <span className="mono cut text-text-2" data-destination={to ? whereText(to) : undefined}>
                {to ? whereText(to) : texts.share.values(variables.filter(({ value }) => value !== "").length)}
              </span>
              {state === "new" || action === "skip" ? (
                <small className="text-text-3">{sharing.states[state]}</small>
              ) : (
                <Select
                  label={texts.import.actionOf(name)}
                  value={action}
                  options={actions.map((value) => ({ value, text: sharing.actions[value] }))}
                  onChange={(value) => {
                    set(item, value);
                  }}
                />
              )}
            </div>
            {looks.map((look) =>
              look ? (
                <p key={look.shown} className="says text-warn pl-6" role="note" data-look={look.kind}>
                  <Rich text={sharing.lookAlikes[look.kind](look.shown)} />
                </p>
              ) : null,
            )}
            {variables.length > 0 ? (
              <p className="hint mono pl-6" data-variables={name}>
                {variables
                  .map((one) => `${one.name}=${one.secret ? (one.value === "" ? "" : "••••") : one.value}`)
                  .join("  ")}
              </p>
            ) : null}
            {count > 0 ? <p className="hint pl-6">{texts.link.onOpen(count)}</p> : null}
            {moves ? (
              <p className="hint pl-6">
                <Rich text={sharing.moves(whereText(moves.from), whereText(moves.to))} />
              </p>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
