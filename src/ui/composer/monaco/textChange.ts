/** One stretch of a text and what takes its place; offsets in UTF-16 units. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** The smallest single change that makes `after` of `before`: a caret outside of it stays where it is. */
export function textChange(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  if (endsInsidePair(before, head) || endsInsidePair(after, head)) head -= 1;

  const most = shorter - head;
  let tail = 0;
  while (tail < most && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) {
    tail += 1;
  }
  if (endsInsidePair(before, before.length - tail) || endsInsidePair(after, after.length - tail)) tail -= 1;

  return { from: head, to: before.length - tail, insert: after.slice(head, after.length - tail) };
}

/** Line ends as a <textarea> has them. */
export function lineFeeds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/** Two emoji often share half of their pair, and the editor widens a range that cuts one. */
function endsInsidePair(text: string, offset: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(offset - 1, offset + 1)) && offset > 0;
}
