import {
  ArrowDown,
  ArrowUp,
  BookOpen,
  Bookmark,
  CodeXml,
  Lock,
  PanelLeft,
  Plus,
  Settings2,
  Share2,
  Shield,
  Square,
  X,
  type LucideIcon,
} from "lucide-react";
import { lazy, memo, Suspense } from "react";
import type { MoreIconName } from "./MoreIcon.tsx";

/** Icons of the first screen by what they mean here; the others are in MoreIcon.tsx. */
const ICONS = {
  sent: ArrowUp,
  received: ArrowDown,
  add: Plus,
  close: X,
  stop: Square,
  saved: Bookmark,
  settings: Settings2,
  reference: BookOpen,
  secure: Lock,
  share: Share2,
  lab: Shield,
  code: CodeXml,
  side: PanelLeft,
} as const satisfies Record<string, LucideIcon>;

export type IconName = keyof typeof ICONS | MoreIconName;

const MoreIcon = lazy(() => import("./MoreIcon.tsx").then((loaded) => ({ default: loaded.MoreIcon })));

const isFirst = (name: IconName): name is keyof typeof ICONS => name in ICONS;

export const Icon = memo(function Icon({ name, small = false }: { readonly name: IconName; readonly small?: boolean }) {
  const className = small ? "i i12" : "i";
  if (!isFirst(name)) {
    return (
      <Suspense fallback={<span className={className} />}>
        <MoreIcon name={name} className={className} />
      </Suspense>
    );
  }
  const Drawn = ICONS[name];
  return <Drawn className={className} aria-hidden="true" focusable="false" />;
});
