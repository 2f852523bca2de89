import type { PasteCounts } from './paste-report.ts'
import { unwrap } from './styles-to-marks.ts'

const deleted = 'del, .msoDel, .TrackChangeTextDeletion'
const inserted = 'ins, .msoIns, .TrackChangeTextInsertion'
// Word writes a comment's mark and its list of comments; Google Docs anchors that lead to each other.
const commentMarks =
  '.MsoCommentReference, a.msocomanchor, [style*="mso-special-character:comment"], a[id^="cmnt_ref"]'
const commentLists = '[style*="mso-element:comment-list"], [style*="mso-element: comment-list"], .msocomtxt'

/** Whether somebody keeps a record of changes there: what is struck out on a page of the web was meant to be seen. */
const isTracked = (element: Element): boolean =>
  element.localName === 'span' || element.hasAttribute('cite') || element.hasAttribute('datetime')

/** Resolves tracked changes as if all were accepted and leaves comments out. Answers how many of each. */
export function resolveChanges(root: Element, isOffice: boolean): PasteCounts {
  let changes = 0
  for (const element of root.querySelectorAll(`${deleted}, ${inserted}`)) {
    if (!element.isConnected && !root.contains(element)) continue
    if (!isOffice && !isTracked(element)) continue
    changes += 1
    if (element.matches(deleted)) element.remove()
    else {
      // Its underline is the mark of the change.
      element.removeAttribute('style')
      unwrap(element)
    }
  }
  return { changes, comments: dropComments(root) }
}

function dropComments(root: Element): number {
  let comments = 0
  for (const back of root.querySelectorAll('a[href^="#cmnt_ref"]'))
    (back.closest('div') ?? back.closest('p'))?.remove()
  for (const list of root.querySelectorAll(commentLists)) list.remove()
  for (const mark of root.querySelectorAll(commentMarks)) {
    if (!root.contains(mark)) continue
    comments += 1
    const raised = mark.closest('sup')
    if (raised && root.contains(raised)) raised.remove()
    else mark.remove()
  }
  return comments
}
