import { SOCKETIO_PARSERS } from "../../../core/profile/profile.ts";
import { useTab } from "../../../state/workbench.ts";
import { Check } from "../../parts/Check.tsx";
import { NumberField } from "../../parts/NumberField.tsx";
import { Pairs } from "../../parts/Pairs.tsx";
import { Rich } from "../../parts/Rich.tsx";
import { Select } from "../../parts/Select.tsx";
import { useSocketIoTexts } from "../../socketio/useSocketIoTexts.ts";
import { useText } from "../../text.ts";
import { FieldFaults } from "../FieldFaults.tsx";
import { SpanField } from "../SpanField.tsx";
import { Panel } from "./Panel.tsx";
import { edit } from "./socketIoPanels.tsx";

/** How events are written, sent again, answered, and what stands below them. */
export function IoEventsPanel() {
  const t = useText();
  const texts = useSocketIoTexts()?.events;
  const { parser, retries, ackTimeout, answers, packets, clientVersion } = useTab((tab) => tab.profile.socketio);
  if (!texts) return null;
  return (
    <Panel hint={texts.hint}>
      <div className="pop-f">
        <label htmlFor="io-parser">{texts.parser}</label>
        <Select
          id="io-parser"
          label={texts.parser}
          value={parser}
          options={SOCKETIO_PARSERS.map((value) => ({ value, text: texts.parsers[value] }))}
          onChange={(chosen) => {
            edit({ parser: chosen });
          }}
        />
        {clientVersion === "2" ? null : (
          <>
            <label htmlFor="io-retries">{texts.retries}</label>
            <NumberField
              id="io-retries"
              label={texts.retries}
              value={retries}
              min={0}
              max={1000}
              onChange={(count) => {
                if (count !== null) edit({ retries: count });
              }}
            />
            {retries > 0 ? (
              <SpanField
                id="io-ack"
                label={texts.ackTimeout}
                value={ackTimeout}
                min={0.1}
                max={3600}
                onChange={(span) => {
                  edit({ ackTimeout: span });
                }}
              />
            ) : null}
          </>
        )}
      </div>
      <p className="hint">{retries > 0 && clientVersion !== "2" ? texts.retriesHint : texts.parserHint}</p>
      <p className="hint">
        <Rich text={texts.octets} />
      </p>
      <section className="flex flex-col gap-1">
        <h3>{texts.answers}</h3>
        <Pairs
          pairs={answers.map(({ event, args }) => ({ name: event, value: args }))}
          empty={{ name: "", value: "" }}
          onChange={(pairs) => {
            edit({ answers: pairs.map(({ name, value }) => ({ event: name, args: value })) });
          }}
          nameLabel={texts.event}
          valueLabel={texts.args}
          removeLabel={t.app.remove}
          addLabel={t.app.add}
        />
        <FieldFaults field="answers" />
        <p className="hint">
          <Rich text={texts.answersHint} />
        </p>
      </section>
      <Check
        text={texts.packets}
        checked={packets}
        onChange={(isOn) => {
          edit({ packets: isOn });
        }}
      />
      <p className="hint">
        <Rich text={texts.packetsHint} />
      </p>
    </Panel>
  );
}
