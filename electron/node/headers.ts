/**
 * The page's own policy (reliability.md §1.2). `style-src-attr`: ProseMirror sets text-align by attribute.
 * `trusted-types default dompurify ProseMirrorClipboard`: the policies of our page, DOMPurify and the editor.
 */
// frame-src is 'self' and not 'none': the preview frames the drawn page at /page/<id>, which answers under
// `drawnPagePolicy`, so the frame holds exactly the exported bytes and still runs nothing and loads nothing.
export const appPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default dompurify ProseMirrorClipboard',
].join('; ')

/**
 * For the worker that holds the dictionaries, and for nothing else: Hunspell is WebAssembly, which 'wasm-unsafe-eval' lets
 * compile (rtl.md 3.2). The page, which shows what people paste, stays without it. It has no document and loads only our files.
 */
const spellingPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')
const spellingWorker = /^\/assets\/spelling-worker-[\w-]{8}\.js$/

/** The policy that a built file of the page is answered with, by its path. */
export const policyOf = (path: string): string => (spellingWorker.test(path) ? spellingPolicy : appPolicy)

/** For HTML made from an article: no script, no form, no request; only our own page may frame it. */
// allow-same-origin without allow-scripts lets our page listen for clicks inside the frame, and gives the
// frame nothing.
export const drawnPagePolicy = [
  'sandbox allow-same-origin',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "frame-ancestors 'self'",
].join('; ')

/** For answers that are no page: nothing may load, nobody may frame them. */
export const dataPolicy = "default-src 'none'; frame-ancestors 'none'"

/** What stands on every answer of the host (reliability.md §2 rule 4). */
export function securityHeaders(policy: string): Record<string, string> {
  return {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  }
}
