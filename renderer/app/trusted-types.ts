import DOMPurify from 'dompurify'

interface PolicyFactory {
  createPolicy(name: string, rules: Record<string, (text: string) => string | null>): unknown
}

/** The scripts that the page starts by their address: the worker that holds the dictionaries (docs/spelling.md), and the one that sends. */
const workers = /^\/assets\/(?:spelling|post)-worker-[\w-]{8}\.js$/
function ownWorker(text: string): string | null {
  const url = URL.parse(text, location.href)
  return url?.origin === location.origin && url.search === '' && workers.test(url.pathname) ? text : null
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
