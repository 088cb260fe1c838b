import type { ChecklistId, TemplateId } from "../../../core/profile/templates/templates.ts";

/** What the templates are for, and what to look at, in this order, when a product does not connect. */
export interface TemplateTexts {
  readonly about: Readonly<Record<TemplateId, string>>;
  /** What the fields cannot say; goes into the notes of a new setup. Empty: nothing. */
  readonly notes: Readonly<Record<TemplateId, string>>;
  readonly checklists: Readonly<Record<ChecklistId, readonly string[]>>;
}
