import type { PeerFormat } from '../corpus/peer-stories.ts'

/** The element that an editor mounts into. */
export function pageElement(): HTMLElement {
  const element = document.getElementById('page')
  if (!element) throw new Error('the page has no element to mount into')
  return element
}

/** The story that the address asks for with `words`, from the server of these pages. */
export async function loadStory(format: 'json' | 'html' | PeerFormat): Promise<Response> {
  const words = new URLSearchParams(location.search).get('words') ?? '0'
  const response = await fetch(`/story/${words}.${format}`)
  if (!response.ok) throw new Error(`no story of ${words} words`)
  return response
}
