import { useLayoutEffect, useState, type RefObject } from "react";

/** Browsers cap the height of an element (Firefox at 17,895,697 px): beyond this, scrolling is scaled. */
const TALLEST = 15_000_000;
const MARGIN = 8;

export interface Virtual {
  readonly rowHeight: number;
  /** Width of what is seen, px; 0 before it is known. */
  readonly width: number;
  /** Height of the whole list, as the scrollbar sees it. */
  readonly height: number;
  /** Rows to draw: from here, so many. */
  readonly first: number;
  readonly count: number;
  /** Where the first of them stands, px from the top of the list. */
  readonly top: number;
  /** Rows that fit. */
  readonly page: number;
  readonly onScroll: () => void;
  readonly scrollTo: (row: number) => void;
}

/** Rows of one height in a scroller: which are in sight. */
export function useVirtual(scroller: RefObject<HTMLElement | null>, total: number): Virtual {
  const [{ viewport, width, rowHeight }, setSize] = useState({ viewport: 0, width: 0, rowHeight: 24 });
  const [scrollTop, setScrollTop] = useState(0);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = (): void => {
      const row = Number.parseFloat(getComputedStyle(element).getPropertyValue("--sw-row")) || 24;
      setSize({ viewport: element.clientHeight, width: element.clientWidth, rowHeight: row });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [scroller]);

  const whole = total * rowHeight;
  const height = Math.min(whole, TALLEST);
  const room = Math.max(0, height - viewport);
  const scale = room === 0 ? 1 : Math.max(0, whole - viewport) / room;
  const scrolled = Math.min(scrollTop, room);
  const top = scrolled * scale;
  const first = Math.max(0, Math.floor(top / rowHeight) - MARGIN);
  const page = Math.max(1, Math.floor(viewport / rowHeight));
  return {
    rowHeight,
    width,
    height,
    first,
    count: Math.max(0, Math.min(total - first, page + 2 + 2 * MARGIN)),
    top: scrolled - (top - first * rowHeight),
    page,
    onScroll: () => {
      setScrollTop(scroller.current?.scrollTop ?? 0);
    },
    scrollTo: (row) => {
      const element = scroller.current;
      if (!element) return;
      const wanted = row * rowHeight;
      if (wanted < top) element.scrollTo({ top: wanted / scale });
      else if (wanted + rowHeight > top + viewport) element.scrollTo({ top: (wanted + rowHeight - viewport) / scale });
    },
  };
}
