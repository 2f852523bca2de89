/** What was asked of the tools over the story by a command; another object each time. */
export interface ToolAsked {
  what: 'go-to' | 'selection-menu' | 'block-menu'
}
