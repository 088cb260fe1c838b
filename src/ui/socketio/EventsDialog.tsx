import type { EventCount } from "../../core/log/view.ts";
import type { SessionId } from "../../core/session/session.ts";
import { formatCount } from "../../i18n/format.ts";
import type { SocketIoTexts } from "../../i18n/socketio/socketioTexts.ts";
import { editDraft } from "../../state/composer.ts";
import { engine } from "../../state/engine.ts";
import { addTerm } from "../../state/log.ts";
import { setWorkbench, useWorkbench } from "../../state/workbench.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { IconButton } from "../parts/IconButton.tsx";
import { useText } from "../text.ts";
import { useFresh } from "./useFresh.ts";

interface EventsDialogProps {
  readonly texts: SocketIoTexts;
  readonly onClose: () => void;
}

/** What was heard and said on this connection by name, each with the ways to see less or more of it. */
export function EventsDialog({ texts: { list }, onClose }: EventsDialogProps) {
  const t = useText();
  const events = useFresh(
    useWorkbench((state) => state.active),
    eventsOf,
  );
  return (
    <Dialog title={list.title} closeLabel={t.app.close} width={520} onClose={onClose}>
      {events === null ? null : events.length === 0 ? (
        <section>
          <p className="text-text-2">{list.empty}</p>
        </section>
      ) : (
        <section>
          <table className="io-table">
            <thead>
              <tr>
                <th scope="col">{list.event}</th>
                <th scope="col" className="num">
                  {list.count}
                </th>
                <th>
                  <span className="vh">{list.total(events.length)}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {events.map(({ event, count }) => (
                <tr key={event}>
                  <th scope="row" className="mono [overflow-wrap:anywhere]">
                    {event}
                  </th>
                  <td className="num mono">{formatCount(count)}</td>
                  <td className="acts">
                    <IconButton
                      icon="filter"
                      label={`${list.only}${t.app.colon}${event}`}
                      onClick={() => {
                        addTerm(`event:${quoted(event)}`);
                        onClose();
                      }}
                    />
                    <IconButton
                      icon="bad"
                      label={`${list.hide}${t.app.colon}${event}`}
                      onClick={() => {
                        addTerm(`-event:${quoted(event)}`);
                        onClose();
                      }}
                    />
                    <IconButton
                      icon="compose"
                      label={`${list.emit}${t.app.colon}${event}`}
                      onClick={() => {
                        editDraft({ event });
                        setWorkbench({ panel: "compose" });
                        onClose();
                      }}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Dialog>
  );
}

const quoted = (event: string): string => (/[\s"]/.test(event) ? `"${event.replaceAll('"', "")}"` : event);

const eventsOf = (session: SessionId): Promise<readonly EventCount[]> => engine().ask("events", { session });
