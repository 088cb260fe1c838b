import { Component, type ReactNode } from "react";
import { TextContext } from "./text.ts";

interface BoundaryState {
  readonly error: string | null;
}

/** A mistake while drawing never leaves a blank page: it is named, and drawing can be tried again. */
export class Boundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  static override readonly contextType = TextContext;
  declare readonly context: React.ContextType<typeof TextContext>;
  override state: BoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { error: String(error) };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    const t = this.context;
    return (
      <div className="flex flex-1 flex-col items-center justify-center gap-2 p-6 text-center" role="alert">
        <h2 className="text-15 font-semibold">{t.broken.title}</h2>
        <p>{t.broken.text}</p>
        <p className="mono text-text-2">{this.state.error}</p>
        <button
          type="button"
          className="btn btn-lg btn-primary"
          onClick={() => {
            this.setState({ error: null });
          }}
        >
          {t.broken.again}
        </button>
      </div>
    );
  }
}
