/**
 * What a box of the story is to who does not see it. Only on screen: what is exported has its own markup (core/export), and
 * `parseHTML` of a copy reads the class alone.
 */
export const named = (role: 'group' | 'list', name: string) => ({ role, 'aria-label': name })
