import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";

/** Positions wanted from the engine. */
export interface Range {
  readonly from: number;
  readonly count: number;
}

/** Browsers cap the height of an element (Chromium at 33,554,428 px): beyond this, scrolling is scaled. */
const TALLEST = 15_000_000;
/** Rows beyond the edges, so that a small scroll needs no answer from the engine. */
const MARGIN = 24;

interface WindowInput {
  /** Of rows; another one changes their height. */
  readonly density: string;
  /** Names the log: each keeps its place while another is shown. */
  readonly identity: string;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly base: number;
  readonly total: number;
  readonly isFollowing: boolean;
  readonly onFollow: (isFollowing: boolean) => void;
  readonly onRange: (range: Range) => void;
}

export interface WindowOutput {
  readonly rowHeight: number;
  /** Height of the part that rows are seen in. */
  readonly viewport: number;
  readonly spacer: number;
  /** The first position seen, and how far it is scrolled out at the top, in px. */
  readonly first: number;
  readonly offset: number;
  readonly visible: number;
  readonly onScroll: () => void;
  readonly scrollTo: (position: number) => void;
}

const NOWHERE = { scrollTop: 0, scrollHeight: 0, clientHeight: 0 };

/** The first position seen of each log that is not followed. */
const places = new Map<string, number>();

/** Fixed rows in a scroller: which are seen, following the end only while pinned to it. */
export function useWindow({
  density,
  identity,
  scroller,
  base,
  total,
  isFollowing,
  onFollow,
  onRange,
}: WindowInput): WindowOutput {
  const rowHeight = useRowHeight(density);
  const viewport = useViewport(scroller, rowHeight);
  const [scrollTop, setScrollTop] = useState(0);
  const setByUs = useRef(0);
  const lastBase = useRef(base);
  const shown = useRef({ identity, isRestored: true });

  const height = total * rowHeight;
  const spacer = Math.min(height, TALLEST);
  const scrollable = Math.max(0, spacer - viewport);
  const scale = scrollable === 0 ? 1 : Math.max(0, height - viewport) / scrollable;
  const end = Math.max(0, height - viewport);
  const top = isFollowing ? end : Math.min(end, scrollTop * scale);
  const first = base + Math.floor(top / rowHeight);
  const visible = Math.ceil(viewport / rowHeight) + 1;

  const setScroller = (wanted: number): void => {
    if (scroller.current) scroller.current.scrollTop = wanted;
    setByUs.current = wanted;
    setScrollTop(wanted);
  };

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    // While following nothing is read back and no state is set: each would cost a layout or a render a push.
    if (isFollowing) setByUs.current = element.scrollTop = scrollable;
    else setScrollTop(element.scrollTop);
    // oxlint-disable-next-line react/exhaustive-deps -- a log that grows below what is seen moves nothing
  }, [isFollowing, isFollowing ? scrollable : 0]);

  useLayoutEffect(() => {
    if (shown.current.identity !== identity) shown.current = { identity, isRestored: false };
    if (shown.current.isRestored || total === 0) return;
    shown.current.isRestored = true;
    lastBase.current = base;
    if (!isFollowing) setScroller(Math.max(0, ((places.get(identity) ?? base) - base) * rowHeight) / scale);
  });

  // Dropped rows leave from the top: what is on the screen stays where it is.
  useLayoutEffect(() => {
    const gone = base - lastBase.current;
    lastBase.current = base;
    if (gone !== 0 && !isFollowing) setScroller(Math.max(0, scrollTop * scale - gone * rowHeight) / scale);
    // oxlint-disable-next-line react/exhaustive-deps -- only a changed base moves anything
  }, [base]);

  const from = Math.max(base, first - MARGIN);
  const count = viewport === 0 ? 0 : visible + 2 * MARGIN;
  useEffect(() => {
    onRange({ from: isFollowing ? 0 : from, count });
    // oxlint-disable-next-line react/exhaustive-deps -- the range is what counts
  }, [isFollowing ? 0 : from, count, isFollowing]);

  return {
    rowHeight,
    viewport,
    spacer,
    first,
    offset: top % rowHeight,
    visible,
    onScroll: () => {
      const { scrollTop: now, scrollHeight, clientHeight } = scroller.current ?? NOWHERE;
      // Growing content fires scroll events too, and so does a panel that grows: only going up, by somebody, releases the end.
      if (isFollowing) {
        if (now < Math.min(setByUs.current, scrollHeight - clientHeight) - 2) onFollow(false);
        return;
      }
      if (total === 0 || !shown.current.isRestored) return;
      if (now >= scrollable - 1 && now > scrollTop) onFollow(true);
      places.set(identity, base + (now * scale) / rowHeight);
      setScrollTop(now);
    },
    scrollTo: (position) => {
      const wanted = (position - base) * rowHeight;
      // Not what was last rendered: while the end was followed, nobody kept that up to date.
      const here = (scroller.current?.scrollTop ?? 0) * scale;
      if (wanted < here) setScroller(wanted / scale);
      else if (wanted + rowHeight > here + viewport) setScroller((wanted + rowHeight - viewport) / scale);
    },
  };
}

function useRowHeight(density: string): number {
  const [height, setHeight] = useState(24);
  useLayoutEffect(() => {
    const coarse = matchMedia("(pointer: coarse)");
    const measure = (): void => {
      setHeight(Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--sw-row")) || 24);
    };
    measure();
    coarse.addEventListener("change", measure);
    return () => {
      coarse.removeEventListener("change", measure);
    };
  }, [density]);
  return height;
}

/** The scroller's height without its head row. */
function useViewport(scroller: RefObject<HTMLDivElement | null>, head: number): number {
  const [height, setHeight] = useState(0);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      setHeight(element.clientHeight);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [scroller]);
  return Math.max(0, height - head);
}
