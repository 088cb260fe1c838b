/** The regions of the page in the order in which they are seen, each by what takes the focus in it. */
const REGIONS: readonly (readonly [region: string, target: string])[] = [
  [".down", "button"],
  [".top", '.tabs [role="tab"][aria-selected="true"]'],
  [".side", '[role="treeitem"][tabindex="0"], input, button'],
  [".conn", '[data-focus="url"]'],
  [".chips", "button"],
  [".composer", ".editor textarea, .editor [role='textbox'], button"],
  [".logbox", ".log"],
  [".right", '[data-focus="inspector"], [data-focus="diagnosis"], [role="tab"], button'],
  [".start", "button"],
  [".screen", "input, textarea, select, button"],
  [".status", "button"],
];

interface Region {
  readonly element: Element;
  readonly target: HTMLElement;
}

/** By key through the parts of the page, as in other workbenches: each list is one Tab stop, but a page has many. */
export function walkRegions(by: 1 | -1): void {
  const regions = REGIONS.flatMap(([region, target]): readonly Region[] => {
    const element = document.querySelector(region);
    const found = element && firstVisible(element, target);
    return element && found ? [{ element, target: found }] : [];
  }).toSorted((one, other) =>
    one.element.compareDocumentPosition(other.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
  const here = regions.findIndex(({ element }) => element.contains(document.activeElement));
  const next = here < 0 ? (by === 1 ? 0 : -1) : (here + by) % regions.length;
  regions.at(next)?.target.focus();
}

function firstVisible(element: Element, target: string): HTMLElement | null {
  for (const selector of target.split(", ")) {
    for (const found of element.querySelectorAll<HTMLElement>(selector))
      if (found.checkVisibility({ visibilityProperty: true }) && !found.matches(":disabled, [inert] *")) return found;
  }
  return null;
}
