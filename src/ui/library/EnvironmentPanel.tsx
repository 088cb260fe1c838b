import type { LibraryTexts } from "../../i18n/library/libraryTexts.ts";
import { inOrder } from "../../core/profile/place.ts";
import { chooseEnvironment, newEnvironment } from "../../state/environments.ts";
import { setWorkbench, useTab, useWorkbench } from "../../state/workbench.ts";
import { Icon } from "../parts/Icon.tsx";
import { IconButton } from "../parts/IconButton.tsx";
import { Select } from "../parts/Select.tsx";

const NONE = "";

/** The environment of the active tab: which it is, and its values. */
export function EnvironmentPanel({ texts }: { readonly texts: LibraryTexts }) {
  const environments = useWorkbench((state) => state.library.environments);
  const chosen = useTab((tab) => tab.environment);
  const own = useTab((tab) => tab.profile.variables);
  const environment = environments.find(({ id }) => id === chosen) ?? null;
  const edit = (id: string | null): void => {
    setWorkbench({ dialog: { is: "environments", id } });
  };
  return (
    <section aria-label={texts.environment.label} className="side-env">
      <div className="side-sec side-head">
        <span className="grow cut">{texts.environment.label}</span>
        {environments.length === 0 ? (
          <button
            type="button"
            className="btn"
            onClick={() => void newEnvironment(texts.environment.newName).then(edit)}
          >
            {texts.environment.add}
          </button>
        ) : (
          <>
            <Select
              label={texts.environment.label}
              value={environment?.id ?? NONE}
              options={[
                { value: NONE, text: texts.environment.none },
                ...inOrder(environments).map(({ id, name }) => ({ value: id, text: name })),
              ]}
              onChange={(id) => {
                chooseEnvironment(id === NONE ? null : id);
              }}
            />
            <IconButton
              icon="compose"
              label={texts.environment.edit}
              onClick={() => {
                edit(environment?.id ?? null);
              }}
            />
          </>
        )}
      </div>
      {environment === null ? null : (
        <dl className="side-vars">
          {environment.variables.map(({ name, value, secret }, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- names may repeat: a row is its place
            <div key={at} className="side-kv">
              <dt className="mono cut">{name}</dt>
              <dd className="mono cut flex items-center gap-1" title={secret ? texts.environment.secret : value}>
                <span
                  className={`cut grow ${own.some((one) => one.name === name && one.value !== "") ? "line-through text-text-3" : ""}`}
                >
                  {secret ? (value === "" ? "" : "••••••••••") : value}
                </span>
                {value === "" ? <span className="text-warn">{texts.environment.noValue}</span> : null}
                {secret ? (
                  <span role="img" aria-label={texts.environment.secret} className="text-text-3">
                    <Icon name="secure" small />
                  </span>
                ) : null}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
