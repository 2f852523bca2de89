import DOMPurify from 'dompurify'

interface PolicyFactory {
  createPolicy(name: string, rules: Record<string, (text: string) => string | null>): unknown
}

/** The one script that the page starts by its address: the worker that holds the dictionaries (docs/spelling.md). */
const spellingWorker = /^\/assets\/spelling-worker-[\w-]{8}\.js$/
function ownWorker(text: string): string | null {
  const url = URL.parse(text, location.href)
  return url?.origin === location.origin && url.search === '' && spellingWorker.test(url.pathname)
    ? text
    : null
}

/**
 * The page's default policy under `require-trusted-types-for 'script'`: HTML that a library parses from a plain
 * string (TipTap does) is sanitised on its way, and no script comes from a string (reliability.md §1.2).
 */
export function installTrustedTypes(): void {
  const { trustedTypes } = window as { trustedTypes?: PolicyFactory }
  trustedTypes?.createPolicy('default', {
    createHTML: (text) => DOMPurify.sanitize(text),
    createScript: () => null,
    createScriptURL: ownWorker,
  })
}
