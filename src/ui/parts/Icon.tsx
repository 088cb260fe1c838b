import {
  ArrowDown,
  ArrowUp,
  BookOpen,
  Bookmark,
  Check,
  ChevronDown,
  ChevronRight,
  CircleHelp,
  Clock,
  Copy,
  Diamond,
  Download,
  ListFilter,
  Lock,
  Pause,
  PenLine,
  Pin,
  Plus,
  RotateCcw,
  Settings2,
  Square,
  Trash2,
  TriangleAlert,
  X,
  type LucideIcon,
} from "lucide-react";
import { memo } from "react";

/** Icons by what they mean here; the library is named in this file only. */
const ICONS = {
  sent: ArrowUp,
  received: ArrowDown,
  local: Diamond,
  good: Check,
  bad: X,
  warning: TriangleAlert,
  add: Plus,
  close: X,
  unfold: ChevronDown,
  fold: ChevronRight,
  hold: Pin,
  pause: Pause,
  clear: Trash2,
  download: Download,
  copy: Copy,
  again: RotateCcw,
  compose: PenLine,
  stop: Square,
  saved: Bookmark,
  history: Clock,
  settings: Settings2,
  filter: ListFilter,
  help: CircleHelp,
  reference: BookOpen,
  secure: Lock,
} as const satisfies Record<string, LucideIcon>;

export type IconName = keyof typeof ICONS;

export const Icon = memo(function Icon({ name, small = false }: { readonly name: IconName; readonly small?: boolean }) {
  const Drawn = ICONS[name];
  return <Drawn className={small ? "i i12" : "i"} aria-hidden="true" focusable="false" />;
});
